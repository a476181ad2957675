import type { Span } from '../core/span.ts';
import type { Document, Part } from '../document/document.ts';
import { sentenceAt, sentences } from './sentences.ts';

/** Something in a sentence of the post; the span counts the part's folded text. */
interface Placed {
  readonly part: Part;
  readonly span: Span;
  readonly sentence: number;
}

const overlaps = (a: Placed, b: Placed): boolean =>
  a.part === b.part && a.span.start < b.span.end && b.span.start < a.span.end;

/** Those beside which, in the same sentence or the next, one of others stands. */
export const inCompany = <Cue extends Placed>(
  cues: readonly Cue[],
  others: readonly Placed[],
): readonly Cue[] => {
  if (cues.length === 0 || others.length === 0) return [];
  const bySentence = new Map<number, Placed[]>();
  for (const other of others) {
    const known = bySentence.get(other.sentence);
    if (known) known.push(other);
    else bySentence.set(other.sentence, [other]);
  }
  return cues.filter((cue) =>
    [cue.sentence - 1, cue.sentence, cue.sentence + 1].some((near) =>
      bySentence.get(near)?.some((other) => !overlaps(cue, other)),
    ),
  );
};

/** Signs that are no words, such as prices and smileys; the pattern is global. */
export const signsOf = (document: Document, pattern: RegExp): readonly Placed[] =>
  document.parts.flatMap((part) =>
    [...part.text.matchAll(pattern)].map(({ 0: text, index }) => ({
      part,
      span: { start: index, end: index + text.length },
      sentence: sentenceAt(document.facts(sentences), document.parts, part, index),
    })),
  );
