import type { Line, Pattern, Token } from './phrase-lines.ts';
import { lineReader } from './phrase-lines.ts';

/** One way to say a line, for a word that it begins with. */
export interface Candidate extends Pattern {
  readonly heading: string;
  /** The line as it is written. */
  readonly text: string;
  /** Place of the line among those that begin so. */
  readonly order: number;
}

/** What may begin at a word. */
export interface Bucket {
  /** What may go on with a word. */
  second(key: string): readonly Candidate[] | undefined;
  /** What asks for no certain second word. */
  readonly rest: readonly Candidate[];
}

/** A group of more words than this is not worth an entry for each. */
const MOST_SECONDS = 16;

const seconds = ([token]: readonly Token[]): readonly string[] | undefined =>
  token?.is === 'word' &&
  token.choices.length <= MOST_SECONDS &&
  !token.choices.some((choice) => choice.endsWith('*'))
    ? token.choices
    : undefined;

/** Two words of which the second is certain: such a line is not read before both are met. */
const PLAIN_SECOND = /^[^ ^?_]+ ([a-z'-]+)(?= |$)/u;

/** What begins at one word and goes on with another; lines are read when both are met. */
interface Pair {
  readonly candidates: Candidate[];
  unread: (() => void)[];
}

/** Makes the bucket of a word from the lines that begin with it. */
export const bucketMaker = (
  groupLines: () => readonly string[],
  isWanted: (heading: string) => boolean,
): ((key: string, lines: readonly Line[]) => Bucket) => {
  const reader = lineReader(groupLines);
  return (key, lines) => {
    const pairs = new Map<string, Pair>();
    const rest: Candidate[] = [];
    const pairWith = (second: string): Pair => {
      const pair = pairs.get(second) ?? { candidates: [], unread: [] };
      pairs.set(second, pair);
      return pair;
    };
    const read = ({ heading, text }: Line, order: number): void => {
      for (const pattern of reader.patterns(text)) {
        if (!pattern.first(key)) continue;
        const candidate = { ...pattern, heading, text, order };
        const next = seconds(pattern.tokens);
        if (next) for (const second of new Set(next)) pairWith(second).candidates.push(candidate);
        else rest.push(candidate);
      }
    };
    for (const [order, line] of lines.entries()) {
      if (!isWanted(line.heading)) continue;
      const second = PLAIN_SECOND.exec(line.text)?.[1];
      if (second === undefined) read(line, order);
      else pairWith(second).unread.push(() => read(line, order));
    }
    return {
      rest,
      second(word) {
        const pair = pairs.get(word);
        if (pair && pair.unread.length > 0) {
          const waiting = pair.unread;
          pair.unread = [];
          for (const readNow of waiting) readNow();
          pair.candidates.sort((a, b) => a.order - b.order);
        }
        return pair?.candidates;
      },
    };
  };
};
