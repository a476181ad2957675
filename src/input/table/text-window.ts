import { createPositionCounter } from '../position-counter.ts';
import { endOfLine, lastLineEnd } from '../line-breaks.ts';

/** The part of a long text that is being read. */
export interface TextWindow {
  text(): string;
  /** Whether the text ends where the window ends. */
  isAtEnd(): boolean;
  /** What of it is whole lines: all of it at the end. */
  wholeLines(): number;
  /** Opens it until it holds so many letters, or to the end. */
  fill(letters: number): void;
  /** Leaves out its first letters. */
  drop(letters: number): void;
  /** Leaves out its first line, however long. */
  dropLine(): void;
  /** Leaves out everything and says how many lines that were. */
  dropAll(): number;
}

/** Letters by which a window moves where nothing of what it shows is wanted. */
const STEP = 1024 * 1024;

export const createTextWindow = (pieces: Iterable<string>): TextWindow => {
  const more = pieces[Symbol.iterator]();
  let text = '';
  let isAtEnd = false;

  const fill = (letters: number): void => {
    const parts = [text];
    for (let has = text.length; has < letters && !isAtEnd;) {
      const next = more.next();
      if (next.done) isAtEnd = true;
      else {
        parts.push(next.value);
        has += next.value.length;
      }
    }
    text = parts.join('');
  };

  return {
    text: () => text,
    isAtEnd: () => isAtEnd,
    wholeLines: () => (isAtEnd ? text.length : lastLineEnd(text)),
    fill,
    drop(letters) {
      text = text.slice(letters);
    },
    dropLine() {
      let end = endOfLine(text);
      while (end === undefined && !isAtEnd) {
        text = text.endsWith('\r') ? '\r' : '';
        fill(STEP);
        end = endOfLine(text);
      }
      text = text.slice(end ?? text.length);
    },
    dropAll() {
      const counter = createPositionCounter();
      for (; text !== '' || !isAtEnd; fill(STEP)) {
        counter.add(text);
        text = '';
      }
      const { line, column } = counter.end();
      return column === 1 ? line - 1 : line;
    },
  };
};
