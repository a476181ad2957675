import type { Position } from '../syntax/place.ts';

/** Counts lines and columns (UTF-16 units) of a text that comes a piece at a time. */
export interface PositionCounter {
  add(text: string): void;
  /** Behind the last character. */
  end(): Position;
}

const BREAK = /\r\n|\r|\n/gu;

export const createPositionCounter = (): PositionCounter => {
  let line = 1;
  let column = 1;
  let endsInReturn = false;
  return {
    add(text) {
      if (text === '') return;
      // A line break that the pieces cut in two was counted with the first of them.
      const rest = endsInReturn && text.startsWith('\n') ? text.slice(1) : text;
      endsInReturn = text.endsWith('\r');
      let start = 0;
      for (const { index, 0: written } of rest.matchAll(BREAK)) {
        line += 1;
        start = index + written.length;
      }
      column = start === 0 ? column + rest.length : rest.length - start + 1;
    },
    end: () => ({ line, column }),
  };
};
