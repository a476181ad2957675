import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import type { Phrase } from './phrases.ts';
import { phraseDetector } from './phrases.ts';
import { isTouched, stretchesOf } from './stretches.ts';

/** Phrases that a school adds to a list or takes from it: words, `pre*`, `a/b`. */
export interface OwnPhrases {
  readonly add: readonly string[];
  readonly ignore: readonly string[];
}

interface Placed {
  readonly part: Part;
  readonly span: Span;
}

interface Found<Form extends string> extends Placed {
  readonly form: Form;
}

const NOTHING: Detector<Phrase> = () => [];
const detectors = new WeakMap<readonly string[], Detector<Phrase>>();

/** One detector for each list of a rule, however many posts it judges. */
const detectorOf = (phrases: readonly string[]): Detector<Phrase> => {
  if (phrases.length === 0) return NOTHING;
  const known = detectors.get(phrases);
  if (known) return known;
  const detector = phraseDetector(phrases.join('\n').replace(/’/gu, "'"), {
    acrossSentences: false,
  });
  detectors.set(phrases, detector);
  return detector;
};

/** What was found and the school's own phrases, less what the school lets pass. */
export const withOwn = <One extends Placed>(
  document: Document,
  found: readonly One[],
  { add, ignore }: OwnPhrases,
): readonly (One | Found<'own'>)[] => {
  if (found.length === 0 && add.length === 0) return found;
  const own = document
    .facts(detectorOf(add))
    .map(({ part, span }) => ({ part, span, form: 'own' as const }));
  const all: readonly (One | Found<'own'>)[] = [...found, ...own];
  if (all.length === 0) return all;
  const ignored = stretchesOf(document.facts(detectorOf(ignore)));
  return all.filter((one) => !isTouched(ignored, one));
};

/** The first thing found in each part, after the school's own phrases have had their say. */
export const firstInParts = <Form extends string>(
  document: Document,
  found: readonly Found<Form>[],
  own: OwnPhrases,
): readonly Found<Form | 'own'>[] => {
  const all = withOwn<Found<Form | 'own'>>(document, found, own);
  if (all.length < 2) return all;
  const first = new Map<Part, Found<Form | 'own'>>();
  for (const one of all) {
    const best = first.get(one.part);
    const isBetter =
      !best ||
      one.span.start < best.span.start ||
      (one.span.start === best.span.start && one.span.end > best.span.end);
    if (isBetter) first.set(one.part, one);
  }
  return [...first.values()];
};
