/** How often a text is searched before it is worth indexing. */
const LOOK_UPS_BEFORE_INDEX = 1500;

/** Where the word ends that a line begins with. */
type WordEnd = (line: string) => number;

const lineEnd = (text: string, at: number): number => {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
};

/**
 * The binary search of a text of sorted lines. Header lines begin with `#`, which sorts before every
 * letter.
 */
const search = (text: string, word: string, wordEnd: WordEnd): string | undefined => {
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
  return undefined;
};

const indexOf = <Value>(
  text: string,
  wordEnd: WordEnd,
  read: (rest: string) => Value,
): ReadonlyMap<string, Value> =>
  new Map(
    text.split('\n').map((line) => {
      const end = wordEnd(line);
      return [line.slice(0, end), read(line.slice(end))] as const;
    }),
  );

/**
 * Looks words up in a text of lines sorted by code unit, each a word and what is to be known of it.
 * The text itself is searched at first: one post must not pay for an index.
 */
export const sortedText = <Value>(
  text: string,
  wordEnd: WordEnd,
  read: (rest: string) => Value,
): ((word: string) => Value | undefined) => {
  let lookUps = 0;
  let index: ReadonlyMap<string, Value> | undefined;
  return (word) => {
    if (index) return index.get(word);
    lookUps += 1;
    if (lookUps > LOOK_UPS_BEFORE_INDEX) index = indexOf(text, wordEnd, read);
    const rest = search(text, word, wordEnd);
    return rest === undefined ? undefined : read(rest);
  };
};

/** Lines of a phrase, a tab and a value. */
export const tabbed = (line: string): number => Math.max(0, line.lastIndexOf('\t'));

/** The text of a table, to be searched as `sortedText`; no value holds a tab. */
export const toSortedText = (table: ReadonlyMap<string, string>): string =>
  [...table]
    .map(([word, value]) => `${word}\t${value}`)
    .sort((a, b) => (a < b ? -1 : 1))
    .join('\n');
