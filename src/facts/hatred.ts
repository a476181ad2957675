import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import { cueDetector } from './cues.ts';
import { swearing } from './swearing.ts';

/** Wording that runs somebody down for what they are. */
export interface Hatred {
  readonly part: Part;
  readonly span: Span;
  readonly form: 'slur' | 'stereotype';
}

const TELLING = ['stereotype', 'against'] as const;
const OTHERS = ['group', 'context'] as const;

const cues = cueDetector<(typeof TELLING)[number] | (typeof OTHERS)[number]>('hatred', {
  telling: TELLING,
  others: OTHERS,
});

/** Statements against a group of people: one phrase says it, or a hard word beside their name. */
const generalising = (document: Document): readonly Hatred[] => {
  const all = document.facts(cues);
  if (all.some(({ kind }) => kind === 'context')) return [];
  const named = new Set(all.flatMap(({ kind, sentence }) => (kind === 'group' ? [sentence] : [])));
  const told = all.filter(
    ({ kind, sentence }) => kind === 'stereotype' || (kind === 'against' && named.has(sentence)),
  );
  return told.map(({ part, span }) => ({ part, span, form: 'stereotype' }));
};

/** Slurs anywhere; generalising statements outside lessons, campaigns and stories. */
export const hatred: Detector<Hatred> = (document) => {
  const slurs = document
    .facts(swearing)
    .flatMap(({ kind, part, span }): Hatred[] =>
      kind === 'slur' ? [{ part, span, form: 'slur' }] : [],
    );
  return [...slurs, ...generalising(document)];
};
