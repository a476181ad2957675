import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import type { LineReader, Pattern, Token } from './phrase-lines.ts';
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

interface Line<Kind> {
  readonly kind: Kind;
  readonly text: string;
}

interface Candidate<Kind> extends Pattern {
  readonly line: Line<Kind>;
}

/** What may begin at a word, by the word that must come second; `rest` asks for no certain one. */
interface Bucket<Kind> {
  readonly bySecond: ReadonlyMap<string, readonly Candidate<Kind>[]>;
  readonly rest: readonly Candidate<Kind>[];
}

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

const PLAIN_FIRST = /^[a-z'-]+(?= |$)/u;

/** The first word of most lines; undefined: the line has to be read to know. */
const plainFirst = (line: string): string | undefined => PLAIN_FIRST.exec(line)?.[0];

const linesOf = <Kind>(lists: ReadonlyMap<Kind, readonly string[]>): readonly Line<Kind>[] => {
  const lines: Line<Kind>[] = [];
  for (const [kind, texts] of lists) for (const text of texts) lines.push({ kind, text });
  return lines;
};

/** Finds the bucket of a word. Lines are read when a word that they begin with is first met. */
const bucketFinder = <Kind>(
  lines: readonly Line<Kind>[],
  reader: LineReader,
): ((key: string) => Bucket<Kind> | undefined) => {
  const exact = new Map<string, Line<Kind>[]>();
  const prefixed = new Map<string, { readonly prefix: string; readonly line: Line<Kind> }[]>();
  for (const line of lines) {
    const word = plainFirst(line.text);
    if (word !== undefined) addTo(exact, word, line);
    else {
      for (const choice of reader.firstChoices(line.text)) {
        if (!choice.endsWith('*')) addTo(exact, choice, line);
        else addTo(prefixed, choice.slice(0, 1), { prefix: choice.slice(0, -1), line });
      }
    }
  }
  const linesFor = (key: string): readonly Line<Kind>[] => {
    const loose = [...(prefixed.get(key.slice(0, 1)) ?? []), ...(prefixed.get('*') ?? [])]
      .filter(({ prefix }) => key.startsWith(prefix))
      .map(({ line }) => line);
    const grouped = reader.groupsWith(key).flatMap((name) => exact.get(name) ?? []);
    return [...(exact.get(key) ?? []), ...grouped, ...loose];
  };
  const build = (key: string): Bucket<Kind> | undefined => {
    const bySecond = new Map<string, Candidate<Kind>[]>();
    const rest: Candidate<Kind>[] = [];
    for (const line of new Set(linesFor(key))) {
      for (const pattern of reader.patterns(line.text)) {
        if (!pattern.first(key)) continue;
        const candidate = { ...pattern, line };
        const next = seconds(pattern.tokens);
        if (next) for (const second of new Set(next)) addTo(bySecond, second, candidate);
        else rest.push(candidate);
      }
    }
    return bySecond.size + rest.length === 0 ? undefined : { bySecond, rest };
  };
  const built = new Map<string, Bucket<Kind> | undefined>();
  return (key) => {
    if (!exact.has(key) && reader.groupsWith(key).length === 0) {
      const loose = prefixed.get(key.slice(0, 1)) ?? prefixed.get('*');
      if (!loose?.some(({ prefix }) => key.startsWith(prefix))) return undefined;
      return build(key);
    }
    if (!built.has(key)) built.set(key, build(key));
    return built.get(key);
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

/**
 * A detector for the phrases of several lists, each under its kind. Where several lines of a kind
 * match at one word the longest counts. How a line is written: see `phraseDetector`.
 */
export const kindPhraseDetector = <Kind extends string>(
  lists: ReadonlyMap<Kind, readonly string[]>,
  { acrossSentences = true }: PhraseOptions = {},
  groupLines: readonly string[] = [],
): Detector<KindPhrase<Kind>> => {
  let bucketOf: ReturnType<typeof bucketFinder<Kind>> | undefined;
  return (document) => {
    bucketOf ??= bucketFinder(linesOf(lists), lineReader(groupLines));
    const all = document.facts(words);
    const found: KindPhrase<Kind>[] = [];
    const longest = new Map<Kind, { readonly end: number; readonly pattern: string }>();
    for (let at = 0; at < all.length; at += 1) {
      const word = all[at]!;
      const bucket = bucketOf(word.key);
      if (!bucket) continue;
      const opens = startsSentence(word, all[at - 1]);
      const second = bucket.bySecond.get(all[at + 1]?.key ?? '');
      for (const candidates of second ? [second, bucket.rest] : [bucket.rest]) {
        for (const { line, opensSentence, tokens } of candidates) {
          if (opensSentence && !opens) continue;
          const last = matchFrom(all, at, tokens, 0, acrossSentences);
          if (last < 0) continue;
          const { end } = all[last]!.span;
          if (end > (longest.get(line.kind)?.end ?? -1)) {
            longest.set(line.kind, { end, pattern: line.text });
          }
        }
      }
      if (longest.size === 0) continue;
      for (const [kind, { end, pattern }] of longest) {
        found.push({ part: word.part, span: { start: word.span.start, end }, pattern, kind });
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
  const lines = entries(list);
  return kindPhraseDetector(
    new Map([['phrase', lines.filter((line) => !isGroupLine(line))]]),
    options,
    lines.filter(isGroupLine),
  );
};
