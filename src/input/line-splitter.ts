/** Longer than any record of a post; what goes on for longer is no list of lines. */
const MOST_LETTERS = 16 * 1024 * 1024;

/** Cuts a text that comes a piece at a time into lines; null for one that is too long to be held. */
export interface LineSplitter {
  add(piece: string): Iterable<string | null>;
  /** What stands behind the last line break; undefined: nothing. */
  end(): string | null | undefined;
}

export const createLineSplitter = (): LineSplitter => {
  let parts: string[] = [];
  let length = 0;
  const line = (): string | null => (length > MOST_LETTERS ? null : parts.join(''));
  return {
    *add(piece) {
      let start = 0;
      for (let feed = piece.indexOf('\n'); feed >= 0; feed = piece.indexOf('\n', start)) {
        parts.push(piece.slice(start, feed));
        length += feed - start;
        yield line();
        [parts, length, start] = [[], 0, feed + 1];
      }
      length += piece.length - start;
      if (length <= MOST_LETTERS) parts.push(piece.slice(start));
      else parts = [];
    },
    end: () => (length > 0 ? line() : undefined),
  };
};
