import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import type { Line, PhraseIndex } from './phrase-index.ts';
import { readIndexes, writeIndexes } from './phrase-index.ts';
import type { Pattern, Token } from './phrase-lines.ts';
import { entries, isGroupLine, lineReader } from './phrase-lines.ts';
import type { Word } from './words.ts';
import { words } from './words.ts';

export { entries } from './phrase-lines.ts';

/** A phrase of a list that a part contains; the span counts the part's folded text. */
export interface Phrase {
  readonly part: Part;
  readonly span: Span;
  /** The line of the list that matched. */
  readonly pattern: string;
}

/** A phrase of one of several lists. */
export interface KindPhrase<Kind extends string> extends Phrase {
  readonly kind: Kind;
}

export interface PhraseOptions {
  /** Whether the words of a phrase may stand in two sentences. */
  readonly acrossSentences?: boolean;
}

interface Candidate<Kind> extends Pattern {
  readonly kind: Kind;
  readonly text: string;
  /** Place of the line among those that begin so. */
  readonly order: number;
}

/** What may begin at a word. */
interface Bucket<Kind> {
  /** What may go on with a word. */
  second(key: string): readonly Candidate<Kind>[] | undefined;
  /** What asks for no certain second word. */
  readonly rest: readonly Candidate<Kind>[];
}

interface Match<Kind> {
  readonly end: number;
  readonly text: string;
  readonly kind: Kind;
}

/** Words that lines like `pre*` begin with are without number. */
const MOST_BUILT = 4_000;

const LONGEST_GAP = 4;
/** A group of more words than this is not worth an entry for each. */
const MOST_SECONDS = 16;

const addTo = <Value>(map: Map<string, Value[]>, key: string, value: Value): void => {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
};

const seconds = ([token]: readonly Token[]): readonly string[] | undefined =>
  token?.is === 'word' &&
  token.choices.length <= MOST_SECONDS &&
  !token.choices.some((choice) => choice.endsWith('*'))
    ? token.choices
    : undefined;

/** Two words of which the second is certain: such a line is not read before both are met. */
const PLAIN_SECOND = /^[^ ^?_]+ ([a-z'-]+)(?= |$)/u;

/** Finds the bucket of a word. Lines are read when a word that they begin with is first met. */
const bucketFinder = <Kind extends string>(
  { lines: linesOf, groupLines }: PhraseIndex,
  isWanted: (heading: string) => heading is Kind,
): ((key: string) => Bucket<Kind>) => {
  const reader = lineReader(groupLines);
  const build = (key: string, lines: readonly Line[]): Bucket<Kind> => {
    const unread = new Map<string, (() => void)[]>();
    const bySecond = new Map<string, Candidate<Kind>[]>();
    const rest: Candidate<Kind>[] = [];
    const read = (text: string, kind: Kind, order: number): void => {
      for (const pattern of reader.patterns(text)) {
        if (!pattern.first(key)) continue;
        const candidate = { ...pattern, kind, text, order };
        const next = seconds(pattern.tokens);
        if (next) for (const second of new Set(next)) addTo(bySecond, second, candidate);
        else rest.push(candidate);
      }
    };
    for (const [order, { heading, text }] of lines.entries()) {
      if (!isWanted(heading)) continue;
      const second = PLAIN_SECOND.exec(text)?.[1];
      if (second === undefined) read(text, heading, order);
      else addTo(unread, second, () => read(text, heading, order));
    }
    return {
      rest,
      second(word) {
        const waiting = unread.size > 0 ? unread.get(word) : undefined;
        if (waiting) {
          unread.delete(word);
          for (const readNow of waiting) readNow();
          bySecond.get(word)?.sort((a, b) => a.order - b.order);
        }
        return bySecond.get(word);
      },
    };
  };
  const built = new Map<string, Bucket<Kind>>();
  return (key) => {
    let bucket = built.get(key);
    if (!bucket) {
      bucket = build(key, linesOf(key));
      if (built.size >= MOST_BUILT) built.clear();
      built.set(key, bucket);
    }
    return bucket;
  };
};

/** A full stop inside `8.30` or `st.marys` ends no sentence. */
const startsSentence = (word: Word, before: Word | undefined): boolean =>
  before === undefined ||
  before.part !== word.part ||
  (word.startsSentence && word.span.start - before.span.end > 1);

/** Index of the last word that the tokens from `next` on take, or -1; `at` is the last one taken. */
const matchFrom = (
  all: readonly Word[],
  at: number,
  tokens: readonly Token[],
  next: number,
  acrossSentences: boolean,
): number => {
  const token = tokens[next];
  if (!token) return at;
  const word = all[at + 1];
  if (token.is === 'word') {
    if (!word || !token.step(word.key) || word.part !== all[at]!.part) return -1;
    if (!acrossSentences && startsSentence(word, all[at])) return -1;
    return matchFrom(all, at + 1, tokens, next + 1, acrossSentences);
  }
  if (token.is === 'end') {
    const isEnd = word === undefined || startsSentence(word, all[at]);
    return isEnd ? matchFrom(all, at, tokens, next + 1, acrossSentences) : -1;
  }
  for (let skipped = 0; skipped <= LONGEST_GAP; skipped += 1) {
    const found = matchFrom(all, at + skipped, tokens, next + 1, false);
    if (found >= 0) return found;
    const passed = all[at + skipped + 1];
    if (!passed || startsSentence(passed, all[at + skipped])) return -1;
  }
  return -1;
};

/** Which lines of a list are asked, and how. */
export interface KindOptions<Kind extends string> extends PhraseOptions {
  /** All where there are none. */
  readonly kinds: readonly Kind[] | undefined;
  /** Whether the longest of each kind counts at a word, or the longest of all. */
  readonly longest: 'of-each' | 'of-all';
}

/** A detector for the phrases under some headings of a list. How a line is written: see `phraseDetector`. */
export const kindPhraseDetector = <Kind extends string>(
  index: PhraseIndex,
  { kinds, longest: counts, acrossSentences = true }: KindOptions<Kind>,
): Detector<KindPhrase<Kind>> => {
  const wanted: ReadonlySet<string> | undefined = kinds && new Set(kinds);
  const bucketOf = bucketFinder(index, (heading): heading is Kind => wanted?.has(heading) ?? true);
  return (document) => {
    const all = document.facts(words);
    const found: KindPhrase<Kind>[] = [];
    const longest = new Map<Kind | 'any', Match<Kind>>();
    for (const at of index.openings(document)) {
      const word = all[at]!;
      const bucket = bucketOf(word.key);
      const opens = startsSentence(word, all[at - 1]);
      const second = bucket.second(all[at + 1]?.key ?? '');
      for (const candidates of second ? [second, bucket.rest] : [bucket.rest]) {
        for (const { kind, text, opensSentence, tokens } of candidates) {
          if (opensSentence && !opens) continue;
          const last = matchFrom(all, at, tokens, 0, acrossSentences);
          if (last < 0) continue;
          const { end } = all[last]!.span;
          const rivals = counts === 'of-all' ? 'any' : kind;
          if (end > (longest.get(rivals)?.end ?? -1)) longest.set(rivals, { end, text, kind });
        }
      }
      if (longest.size === 0) continue;
      for (const { end, text, kind } of longest.values()) {
        found.push({ part: word.part, span: { start: word.span.start, end }, pattern: text, kind });
      }
      longest.clear();
    }
    return found;
  };
};

/**
 * A detector for the phrases of a list, whole words without regard to case, accents or what stands
 * between them. In a line `*` is any one word, `pre*` any word that begins so, `a/b` either, `a_b` in
 * a choice two words, `a?` a word that may be missing, `~` up to four words of the same sentence,
 * `$name` any word of a group (`$name = a b c` on a line of its own); `^` before the first word asks
 * for the start of a sentence and `.` behind the last one for its end. Where several lines match at
 * one word the longest counts.
 */
export const phraseDetector = (list: string, options: PhraseOptions = {}): Detector<Phrase> => {
  const all = entries(list);
  const lines = all.filter((line) => !isGroupLine(line)).map((text) => ({ heading: LISTED, text }));
  const text = writeIndexes({ [LISTED]: { lines, groupLines: all.filter(isGroupLine) } });
  return kindPhraseDetector(readIndexes(text)(LISTED), {
    ...options,
    kinds: [LISTED],
    longest: 'of-each',
  });
};

const LISTED = 'listed';
