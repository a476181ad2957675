import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import { companyOf } from './company.ts';
import { cueDetector } from './cues.ts';

/** A place where the post takes sides in politics. */
export interface PoliticalCall {
  readonly part: Part;
  readonly span: Span;
  /** `said`: one phrase says it; the others: together with what stands beside it. */
  readonly form: 'said' | 'party' | 'attack' | 'cause' | 'hint' | 'praise' | 'stance';
}

const TELLING = [
  'own',
  'shout',
  'party',
  'power',
  'cause',
  'hint',
  'side',
  'issue',
  'state',
] as const;
const OTHERS = [
  'campaign',
  'attack',
  'scorn',
  'urge',
  'ballot',
  'praise',
  'stance',
  'lesson',
  'work',
] as const;
type Kind = (typeof TELLING)[number] | (typeof OTHERS)[number];

const cues = cueDetector<Kind>('politics', { telling: TELLING, others: OTHERS });

/** What each word has to stand beside, and how many sentences away at most. */
const PAIRS = [
  { kind: 'party', beside: 'campaign', form: 'party', sentences: 1 },
  { kind: 'power', beside: 'attack', form: 'attack', sentences: 1 },
  { kind: 'state', beside: 'scorn', form: 'attack', sentences: 1 },
  { kind: 'cause', beside: 'urge', form: 'cause', sentences: 1 },
  { kind: 'hint', beside: 'ballot', form: 'hint', sentences: 2 },
  { kind: 'side', beside: 'praise', form: 'praise', sentences: 1 },
  { kind: 'issue', beside: 'stance', form: 'stance', sentences: 1 },
] as const;

/** Lessons, history and elections among pupils take no sides, unless the post tells how to vote. */
export const politicalCalls: Detector<PoliticalCall> = (document) => {
  const all = document.facts(cues);
  const has = (kind: Kind): boolean => all.some((cue) => cue.kind === kind);
  if (all.length === 0) return [];
  const own = has('lesson') ? [] : all.filter(({ kind }) => kind === 'own');
  const said = [...all.filter(({ kind }) => kind === 'shout'), ...own];
  if (said.length > 0) return said.map(({ part, span }) => ({ part, span, form: 'said' }));
  if (has('work') || has('lesson')) return [];
  const hasCompany = companyOf(all);
  return PAIRS.flatMap(({ kind, beside, form, sentences }) =>
    all
      .filter((cue) => cue.kind === kind && hasCompany(cue, [beside], sentences))
      .map(({ part, span }) => ({ part, span, form })),
  );
};
