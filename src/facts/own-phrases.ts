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

interface Found<Form extends string> {
  readonly part: Part;
  readonly span: Span;
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

/** The first thing found in each part, after the school's own phrases have had their say. */
export const firstInParts = <Form extends string>(
  document: Document,
  found: readonly Found<Form>[],
  { add, ignore }: OwnPhrases,
): readonly Found<Form | 'own'>[] => {
  const own = document
    .facts(detectorOf(add))
    .map(({ part, span }) => ({ part, span, form: 'own' as const }));
  const all: readonly Found<Form | 'own'>[] = [...found, ...own];
  if (all.length === 0) return all;
  const ignored = stretchesOf(document.facts(detectorOf(ignore)));
  const first = new Map<Part, Found<Form | 'own'>>();
  for (const one of all) {
    if (isTouched(ignored, one)) continue;
    const best = first.get(one.part);
    const isBetter =
      !best ||
      one.span.start < best.span.start ||
      (one.span.start === best.span.start && one.span.end > best.span.end);
    if (isBetter) first.set(one.part, one);
  }
  return [...first.values()];
};
