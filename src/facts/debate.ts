import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import { cueDetector } from './cues.ts';
import { links } from './links.ts';

/** A place where readers are asked to argue about the school, or where critics are answered. */
export interface DebateCall {
  readonly part: Part;
  readonly span: Span;
  readonly form: 'rebuttal' | 'invitation';
}

const TELLING = ['rebuttal', 'dispute', 'invite'] as const;
const OTHERS = ['public', 'matter', 'channel', 'lesson'] as const;
type Kind = (typeof TELLING)[number] | (typeof OTHERS)[number];

const cues = cueDetector<Kind>('debate', { telling: TELLING, others: OTHERS });

/**
 * Invitations count beside a school matter only, not in a lesson, and not where the answer is to go
 * to a form, a meeting or the office; asking for it in public counts in any case.
 */
export const debateCalls: Detector<DebateCall> = (document) => {
  const all = document.facts(cues);
  const has = (kind: Kind): boolean => all.some((cue) => cue.kind === kind);
  const rebuttals = all.filter(({ kind }) => kind === 'rebuttal');
  if (rebuttals.length > 0) {
    return rebuttals.map(({ part, span }) => ({ part, span, form: 'rebuttal' }));
  }
  if (has('lesson')) return [];
  const matters = all.filter(({ kind }) => kind === 'matter');
  const isPublic = has('public');
  const hasChannel = has('channel') || document.facts(links).length > 0;
  return all
    .filter(({ kind }) => kind === 'dispute' || kind === 'invite')
    .filter(({ kind }) => kind === 'dispute' || isPublic || !hasChannel)
    .filter(({ sentence }) => matters.some((matter) => Math.abs(matter.sentence - sentence) <= 2))
    .map(({ part, span }) => ({ part, span, form: 'invitation' }));
};
