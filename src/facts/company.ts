import type { Span } from '../core/span.ts';
import type { Part } from '../document/document.ts';

interface Placed {
  readonly part: Part;
  readonly span: Span;
  /** Counted from 0 in the whole post. */
  readonly sentence: number;
}

interface Kept {
  readonly first: Placed;
  readonly last: Placed;
}

/** Whether a cue of a kind stands beside another one, at most so many sentences away. */
export type HasCompany<Kind extends string> = (
  cue: Placed,
  kinds: readonly Kind[],
  sentences: number,
) => boolean;

/** One word is no company for itself. */
const isApart = (a: Placed, b: Placed): boolean =>
  a.part !== b.part || a.span.end <= b.span.start || b.span.end <= a.span.start;

/** Keeps the first and the last cue of each kind in each sentence, however many there are. */
export const companyOf = <Kind extends string>(
  cues: readonly (Placed & { readonly kind: Kind })[],
): HasCompany<Kind> => {
  const kept = new Map<number, Map<Kind, Kept>>();
  for (const cue of cues) {
    const kinds = kept.get(cue.sentence) ?? new Map<Kind, Kept>();
    kept.set(
      cue.sentence,
      kinds.set(cue.kind, { first: kinds.get(cue.kind)?.first ?? cue, last: cue }),
    );
  }
  return (cue, wanted, sentences) => {
    for (let at = cue.sentence - sentences; at <= cue.sentence + sentences; at += 1) {
      const kinds = kept.get(at);
      const isBeside = wanted.some((kind) => {
        const found = kinds?.get(kind);
        return found !== undefined && (isApart(found.first, cue) || isApart(found.last, cue));
      });
      if (isBeside) return true;
    }
    return false;
  };
};
