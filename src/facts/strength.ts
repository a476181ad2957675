import type { Span } from '../core/span.ts';

/** Surest first: words written while the thing happens, or a word that speaks of it. */
export const STRENGTHS = ['evident', 'keyword'] as const;
export type Strength = (typeof STRENGTHS)[number];

export const isAtLeast = (strength: Strength, wanted: Strength): boolean =>
  STRENGTHS.indexOf(strength) <= STRENGTHS.indexOf(wanted);

/** In reading order; of wordings that overlap the surest stays, of equals the one that begins first. */
export const withoutOverlaps = <Wording extends { span: Span; strength: Strength }>(
  wordings: readonly Wording[],
): readonly Wording[] => {
  const kept: Wording[] = [];
  const ordered = [...wordings].sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
  );
  for (const wording of ordered) {
    const last = kept.at(-1);
    if (!last || wording.span.start >= last.span.end) kept.push(wording);
    else if (wording.strength === 'evident' && last.strength === 'keyword') {
      kept[kept.length - 1] = wording;
    }
  }
  return kept;
};
