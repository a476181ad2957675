import type { Span } from '../core/span.ts';

/** A line of a text without its line break; `number` counts from 1. */
export interface Line extends Span {
  readonly number: number;
}

/** Where each line starts. */
const startsOf = (text: string): readonly number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
};

/** The lines of a text, to be asked by offset. */
export interface Lines {
  readonly count: number;
  /** From 1; undefined past the end. */
  readonly line: (number: number) => Line | undefined;
  readonly numberAt: (offset: number) => number;
}

export const linesOf = (text: string): Lines => {
  const starts = startsOf(text);
  return {
    count: starts.length,
    line: (number) => {
      const start = starts[number - 1];
      if (start === undefined) return undefined;
      const end = (starts[number] ?? text.length + 1) - 1;
      return { number, start, end: text[end - 1] === '\r' && end > start ? end - 1 : end };
    },
    numberAt: (offset) => {
      let low = 0;
      let high = starts.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (starts[middle]! <= offset) low = middle;
        else high = middle;
      }
      return low + 1;
    },
  };
};
