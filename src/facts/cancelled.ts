import type { Detector } from '../document/document.ts';
import type { WordingName } from './wording.ts';
import type { SortedPhrase } from './wording.ts';
import { sortedPhraseDetector } from './wording.ts';

/**
 * Phrases of the text, not of the pictures, by the headings of a list. A phrase under `[not]` cancels
 * every phrase that it overlaps: “fair” under `[event]`, “fair share” under `[not]`.
 */
export const uncancelledPhrases = (list: WordingName): Detector<SortedPhrase> => {
  const phrases = sortedPhraseDetector(list, { acrossSentences: false });
  return (document) =>
    withoutCancelled(phrases(document).filter(({ part }) => part === document.body));
};

/** Phrases come in order of their start: one walk with the furthest end so far settles every overlap. */
const withoutCancelled = (found: readonly SortedPhrase[]): readonly SortedPhrase[] => {
  const cancels = found.filter(({ heading }) => heading === 'not');
  if (cancels.length === 0) return found;
  let next = 0;
  let furthest = -1;
  return found.filter(({ span, heading }) => {
    while (next < cancels.length && cancels[next]!.span.start < span.end) {
      furthest = Math.max(furthest, cancels[next]!.span.end);
      next += 1;
    }
    return heading !== 'not' && furthest <= span.start;
  });
};
