/** How often a list is searched before it is worth indexing. */
const LOOK_UPS_BEFORE_INDEX = 1500;

const lineEnd = (text: string, at: number): number => {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
};

/**
 * The binary search of a text of sorted lines. Header lines begin with `#`, which sorts before every
 * letter.
 */
const search = (text: string, word: string, wordEnd: (line: string) => number): string => {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = middle === 0 ? 0 : text.lastIndexOf('\n', middle - 1) + 1;
    const end = lineEnd(text, middle);
    const line = text.slice(start, end);
    const found = line.slice(0, wordEnd(line));
    if (found === word) return line.slice(found.length);
    if (found < word) low = end + 1;
    else high = start;
  }
  return '';
};

/**
 * Looks words up in a list of lines `word` + value, sorted by code unit; the value is 0 for a word that
 * is not there. The text itself is searched at first: one post must not pay for an index.
 */
const sortedLines = (
  text: string,
  wordEnd: (line: string) => number,
): ((word: string) => number) => {
  let lookUps = 0;
  let index: ReadonlyMap<string, number> | undefined;
  const indexed = (): ReadonlyMap<string, number> =>
    new Map(
      text.split('\n').map((line) => {
        const end = wordEnd(line);
        return [line.slice(0, end), Number(line.slice(end))] as const;
      }),
    );
  return (word) => {
    if (index) return index.get(word) ?? 0;
    lookUps += 1;
    if (lookUps > LOOK_UPS_BEFORE_INDEX) index = indexed();
    return Number(search(text, word, wordEnd));
  };
};

/** Lines of a word and one digit. */
export const sortedList = (text: string): ((word: string) => number) =>
  sortedLines(text, (line) => line.length - 1);

/** Lines of a phrase, a tab and a whole number. */
export const sortedTable = (text: string): ((phrase: string) => number) =>
  sortedLines(text, (line) => Math.max(0, line.lastIndexOf('\t')));
