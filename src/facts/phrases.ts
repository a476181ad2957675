import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import type { Candidate } from './phrase-buckets.ts';
import type { PhraseIndex } from './phrase-index.ts';
import { readIndexes, writeIndexes } from './phrase-index.ts';
import type { Token } from './phrase-lines.ts';
import { entries, isGroupLine } from './phrase-lines.ts';
import type { Word } from './words.ts';

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

interface Match<Kind> {
  readonly end: number;
  readonly text: string;
  readonly kind: Kind;
}

const LONGEST_GAP = 4;

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
  const isWanted = (heading: string): heading is Kind => wanted?.has(heading) ?? true;
  const visit = index.visitor(isWanted);
  const longestOf = (
    all: readonly Word[],
    at: number,
    candidates: readonly Candidate[],
    longest: Match<Kind>[],
  ): void => {
    for (const { heading: kind, text, opensSentence, tokens } of candidates) {
      if (opensSentence && !startsSentence(all[at]!, all[at - 1])) continue;
      const last = matchFrom(all, at, tokens, 0, acrossSentences);
      if (last < 0 || !isWanted(kind)) continue;
      const { end } = all[last]!.span;
      const rival = longest.findIndex((one) => counts === 'of-all' || one.kind === kind);
      if (rival < 0) longest.push({ end, text, kind });
      else if (end > longest[rival]!.end) longest[rival] = { end, text, kind };
    }
  };
  return (document) => {
    const found: KindPhrase<Kind>[] = [];
    const longest: Match<Kind>[] = [];
    visit(document, (all, at, { second, rest }) => {
      const certain = second(all[at + 1]?.key ?? '');
      if (certain) longestOf(all, at, certain, longest);
      if (rest.length > 0) longestOf(all, at, rest, longest);
      if (longest.length === 0) return;
      const { part, span } = all[at]!;
      for (const { end, text, kind } of longest) {
        found.push({ part, span: { start: span.start, end }, pattern: text, kind });
      }
      longest.length = 0;
    });
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
