import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import { cueDetector } from './cues.ts';

/** A place where the writer arranges to meet a reader or somebody known online. */
export interface MeetingCall {
  readonly part: Part;
  readonly span: Span;
  /** `private`: the words alone say so; `by-message`: it is to be arranged out of sight. */
  readonly form: 'private' | 'by-message' | 'stranger';
}

const TELLING = ['private', 'lone', 'invite', 'soft'] as const;
const OTHERS = ['message', 'secret', 'stranger', 'open'] as const;
type Kind = (typeof TELLING)[number] | (typeof OTHERS)[number];

const cues = cueDetector<Kind>('meeting', { telling: TELLING, others: OTHERS });

/** An invitation counts beside a private message, a secret or a stranger, unless all may come. */
export const meetingCalls: Detector<MeetingCall> = (document) => {
  const all = document.facts(cues);
  const of = (kind: Kind) => all.filter((cue) => cue.kind === kind);
  const isOpen = of('open').length > 0;
  const plain = [...of('private'), ...(isOpen ? [] : of('lone'))];
  if (plain.length > 0) {
    return plain.map(({ part, span }) => ({ part, span, form: 'private' }));
  }
  const [messages, secrets, strangers] = [of('message'), of('secret'), of('stranger')];
  if (messages.length + secrets.length + strangers.length === 0) return [];
  const isHidden = secrets.length + strangers.length > 0;
  if (!isHidden && isOpen) return [];
  const company = [...messages, ...secrets, ...strangers];
  const form = strangers.length > 0 ? 'stranger' : 'by-message';
  return [...of('invite'), ...(isHidden ? of('soft') : [])]
    .filter(({ sentence, part, span }) =>
      company.some(
        (cue) =>
          Math.abs(cue.sentence - sentence) <= 1 &&
          (cue.part !== part || cue.span.end <= span.start || cue.span.start >= span.end),
      ),
    )
    .map(({ part, span }) => ({ part, span, form }));
};
