import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import type { Cue } from './cues.ts';
import { cueDetector } from './cues.ts';
import { handles } from './handles.ts';

/** A place where the writer arranges to meet a reader or somebody known online. */
export interface MeetingCall {
  readonly part: Part;
  readonly span: Span;
  /** `private`: the words alone say so; `by-message`: it is to be arranged out of sight. */
  readonly form: 'private' | 'by-message' | 'stranger';
}

const TELLING = ['private', 'lone', 'invite', 'soft', 'tryst', 'aside', 'plan'] as const;
const OTHERS = ['message', 'secret', 'stranger', 'former', 'net', 'when', 'open'] as const;
type Kind = (typeof TELLING)[number] | (typeof OTHERS)[number];
type MeetingCue = Cue<Kind>;

const cues = cueDetector<Kind>('meeting', { telling: TELLING, others: OTHERS });

/** Company counts this many sentences away. */
const NEAR = 1;
const FAR = 3;

const isApart = (one: MeetingCue, other: MeetingCue): boolean =>
  other.part !== one.part || other.span.end <= one.span.start || other.span.start >= one.span.end;

const hasCompany = (
  one: MeetingCue,
  company: readonly MeetingCue[],
  sentencesAway: number,
): boolean =>
  company.some(
    (cue) => Math.abs(cue.sentence - one.sentence) <= sentencesAway && isApart(one, cue),
  );

/** An invitation counts beside a private message, a secret or a stranger, unless all may come. */
export const meetingCalls: Detector<MeetingCall> = (document) => {
  const all = document.facts(cues);
  if (all.length === 0) return [];
  const of = (...kinds: readonly Kind[]) => all.filter(({ kind }) => kinds.includes(kind));
  const isOpen = of('open').length > 0;
  const plain = [...of('private'), ...(isOpen ? [] : of('lone'))];
  if (plain.length > 0) {
    return plain.map(({ part, span }) => ({ part, span, form: 'private' }));
  }
  const hidden = of('secret', 'stranger');
  const company = [...of('message'), ...hidden];
  const form = of('stranger').length > 0 ? 'stranger' : 'by-message';
  const trysts = of('tryst');
  const isToReader = document.facts(handles).some(({ isOwn }) => !isOwn) || of('former').length > 0;
  const counted = [
    ...(isOpen && hidden.length === 0
      ? []
      : of('invite').filter((cue) => hasCompany(cue, company, NEAR))),
    ...of('soft').filter((cue) => hasCompany(cue, hidden, NEAR)),
    ...(isOpen ? [] : trysts.filter((cue) => isToReader || hasCompany(cue, company, FAR))),
    ...(isOpen || document.speaker.kind === 'personal' ? [] : of('aside')),
  ];
  const net = of('when').length > 0 ? [...company, ...of('net')] : of('message', 'stranger');
  if (counted.length === 0 && !isOpen)
    counted.push(...of('plan').filter((cue) => hasCompany(cue, net, FAR)));
  return counted.map(({ part, span }) => ({ part, span, form }));
};
