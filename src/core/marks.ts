import type { Span } from './span.ts';

/** A text without its ⟦marks⟧ and where they stood. */
export interface Unmarked {
  readonly text: string;
  readonly spans: readonly Span[];
}

export const unmark = (marked: string): Unmarked => {
  const spans: Span[] = [];
  let text = '';
  for (const [index, piece] of marked.split(/[⟦⟧]/u).entries()) {
    if (index % 2 === 1) spans.push({ start: text.length, end: text.length + piece.length });
    text += piece;
  }
  return { text, spans };
};

/** The text with each span between marks; spans that repeat are marked once. */
export const mark = (text: string, spans: readonly Span[]): string => {
  const unique = new Map(spans.map((span) => [`${span.start}-${span.end}`, span]));
  return [...unique.values()]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce(
      (marked, { start, end }) =>
        `${marked.slice(0, start)}⟦${marked.slice(start, end)}⟧${marked.slice(end)}`,
      text,
    );
};
