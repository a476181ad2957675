import { groupBy } from '../core/group-by.ts';
import { countWhile } from '../core/partition.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import type { Cue } from './cues.ts';
import { cueDetector } from './cues.ts';
import { groups } from './groups.ts';
import { handles } from './handles.ts';
import { sentenceAt, sentences } from './sentences.ts';

/** Wording that insults, mocks or shows contempt for somebody. */
export interface Insult {
  readonly part: Part;
  readonly span: Span;
  /** `insult`: one phrase says it; `aimed`: a name or a word of contempt beside whom it may mean. */
  readonly form: 'insult' | 'aimed';
}

const TELLING = ['insult', 'name', 'aimed'] as const;
const OTHERS = ['target', 'story', 'lesson', 'self'] as const;
type Kind = (typeof TELLING)[number] | (typeof OTHERS)[number];

const cues = cueDetector<Kind>('abuse', { telling: TELLING, others: OTHERS });

/** Sentences that speak of a class, a year group or somebody’s handle. */
const pointedAt = (document: Document): ReadonlySet<number> => {
  const all = document.facts(sentences);
  const others = document.facts(handles).filter(({ isOwn }) => !isOwn);
  const told = document.facts(groups).filter(({ kind }) => kind !== 'all');
  return new Set(
    [...others, ...told].map(({ part, span }) => sentenceAt(all, document.parts, part, span.start)),
  );
};

/** As far as `I'm such a complete` goes. */
const SELF_REACH = 32;

/** Tells whether somebody says it of themselves. */
const selfFinder = (all: readonly Cue<Kind>[]): ((cue: Cue<Kind>) => boolean) => {
  const selves = groupBy(
    all.filter(({ kind }) => kind === 'self'),
    ({ part }) => part.name,
  );
  return ({ part, span }) => {
    const own = selves.get(part.name) ?? [];
    const last = own[countWhile(own, (self) => self.span.start <= span.start) - 1];
    return last !== undefined && span.start - last.span.end <= SELF_REACH;
  };
};

const isApart = (one: Cue<Kind>, other: Cue<Kind>): boolean =>
  other.span.end <= one.span.start || other.span.start >= one.span.end;

/** Insults, name-calling, contempt and mockery; not of oneself, in stories or in lessons. */
export const insults: Detector<Insult> = (document) => {
  const all = document.facts(cues);
  if (all.length === 0 || all.some(({ kind }) => kind === 'story')) return [];
  const isOfSelf = selfFinder(all);
  const outright = all.filter((cue) => cue.kind === 'insult' && !isOfSelf(cue));
  if (outright.length > 0) {
    return outright.map(({ part, span }) => ({ part, span, form: 'insult' }));
  }
  const loose = all.filter(
    (cue) => (cue.kind === 'name' || cue.kind === 'aimed') && !isOfSelf(cue),
  );
  if (loose.length === 0 || all.some(({ kind }) => kind === 'lesson')) return [];
  const targets = groupBy(
    all.filter(({ kind }) => kind === 'target'),
    ({ sentence }) => `${sentence}`,
  );
  const pointed = pointedAt(document);
  return loose
    .filter(
      (one) =>
        pointed.has(one.sentence) ||
        targets.get(`${one.sentence}`)?.some((target) => isApart(one, target)),
    )
    .map(({ part, span }) => ({ part, span, form: 'aimed' }));
};
