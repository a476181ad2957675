import { partOfFinding, textOfPart } from '../core/parts.ts';
import { once } from '../core/once.ts';
import { pattern } from '../core/pattern.ts';
import type { JudgedPost } from '../core/report.ts';
import type { PartName, Span } from '../core/span.ts';
import { visible, cells } from './cells.ts';
import { findAgain, findInLabel, finderInWords, knownIn } from './names-again.ts';
import { namesGlued } from './names-glued.ts';
import { namesJoined } from './names-joined.ts';
import { stretched } from './names-stretched.ts';
import { sliceOf, wordsIn } from './words.ts';

/** Which stretches a reader must not see: each is one word, of which the first letter is shown. */
export interface Mask {
  /** In a part of the post as it was written. */
  readonly inPart: (part: PartName) => readonly Span[];
  /** In a text made from the post: what a suggestion proposes. */
  readonly inText: (text: string) => readonly Span[];
  /** In what somebody wrote about the post, whatever its capitals, with surnames it does not hold. */
  readonly inWords: (text: string) => readonly Span[];
  /** In an id or the name of a picture, whatever its capitals. */
  readonly inLabel: (text: string) => readonly Span[];
  /** In the path of the file that holds the post. */
  readonly inPath: (text: string) => readonly Span[];
  /** Words of names, in small letters. */
  readonly words: () => readonly string[];
}

const NOTHING: Mask = {
  inPart: () => [],
  inText: () => [],
  inWords: () => [],
  inLabel: () => [],
  inPath: () => [],
  words: () => [],
};

const EXTENSION = /\.\w{1,6}$/u;
const CAPITAL = pattern(/^\p{Lu}/u);
const JOINT = /^[ .’'-]{0,2}$/u;

/** In order and apart. */
const merged = (spans: readonly Span[]): readonly Span[] => {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
};

/** A mark longer than this is a passage, not a name. */
const LONGEST_NAME = 80;

/** The words of a mark that `names` cover, and the capitalised ones next to them. */
const namesInMark = (text: string, mark: Span, names: readonly Span[]): readonly Span[] => {
  const words = wordsIn(text, mark);
  const isName = words.map((word) =>
    names.some(({ start, end }) => start < word.end && end > word.start),
  );
  const follows = (one: number, other: number): boolean => {
    const between = {
      start: words[Math.min(one, other)]!.end,
      end: words[Math.max(one, other)]!.start,
    };
    return (
      isName[one] === true &&
      JOINT.test(sliceOf(text, between)) &&
      CAPITAL.test(sliceOf(text, words[other]!))
    );
  };
  for (let i = 1; i < words.length; i += 1) isName[i] ||= follows(i - 1, i);
  for (let i = words.length - 2; i >= 0; i -= 1) isName[i] ||= follows(i + 1, i);
  return words.filter((_, index) => isName[index]);
};

/** Inside one mark, a capitalised word next to a name belongs to it: a surname that nobody listed. */
const withNeighbours = (
  text: string,
  names: readonly Span[],
  marks: readonly Span[],
): readonly Span[] => {
  let first = 0;
  return merged(
    names
      .flatMap((span) => stretched(text, span))
      .concat(
        [...marks]
          .filter(({ start, end }) => end - start <= LONGEST_NAME)
          .sort((a, b) => a.start - b.start)
          .flatMap((mark) => {
            while (names[first] && names[first]!.end <= mark.start) first += 1;
            const inside: Span[] = [];
            for (let i = first; names[i] && names[i]!.start < mark.end; i += 1)
              inside.push(names[i]!);
            return inside.length === 0 ? [] : namesInMark(text, mark, inside);
          }),
      ),
  );
};

const isLong = ({ start, end }: Span): boolean => end - start > 1;

const byPart = (places: readonly (readonly [PartName, Span])[]): Map<PartName, Span[]> => {
  const grouped = new Map<PartName, Span[]>();
  for (const [part, span] of places) {
    const spans = grouped.get(part);
    if (spans) spans.push(span);
    else grouped.set(part, [span]);
  }
  return grouped;
};

/** Of a post, with what its marks tell of surnames; those that are waived tell as much. */
type Masked = Pick<JudgedPost, 'post' | 'names' | 'findings'> &
  Partial<Pick<JudgedPost, 'waived' | 'known' | 'namedBefore'>>;

/** What to mask in one post; nothing when names may be shown. */
export const maskOf = (
  { post, names, findings, waived = [], known = [], namedBefore }: Masked,
  reveal: boolean,
): Mask => {
  if (reveal || (names.length === 0 && !namedBefore)) return NOTHING;
  const stretches = byPart(names.map(({ part, span }) => [part, span]));
  const marks = byPart(
    [...findings, ...waived.map(({ finding }) => finding), ...known].flatMap((finding) =>
      finding.range ? [[partOfFinding(finding), finding.range]] : [],
    ),
  );
  const found = new Map(
    [...stretches].map(([part, named]) => {
      const text = textOfPart(post, part) ?? '';
      const near = withNeighbours(text, merged(named), marks.get(part) ?? []);
      const all = merged([...near, ...namesGlued(text, near)]);
      return [part, all.filter(isLong)];
    }),
  );
  const again = knownIn(
    [...found].map(([part, spans]) => ({ text: textOfPart(post, part) ?? '', spans })),
  );
  const words = new Set([...again.words].map((word) => word.toLowerCase()));
  const inWords = once(() => finderInWords(again));
  const spans = new Map<PartName, readonly Span[]>();
  const partly = (part: PartName): readonly Span[] => {
    const known = spans.get(part);
    if (known) return known;
    const text = textOfPart(post, part) ?? '';
    const all = merged([...(found.get(part) ?? []), ...namesJoined(text, words)]);
    spans.set(part, all);
    return all;
  };
  return {
    inPart: partly,
    inText: (text) => merged([...findAgain(text, again), ...namesJoined(text, words)]),
    inWords: (text) => {
      const known = merged([...inWords()(text), ...namesJoined(text, words)]);
      return merged([...known, ...namesInMark(text, { start: 0, end: text.length }, known)]);
    },
    inLabel: (text) => findInLabel(text, again, namedBefore?.inRun),
    inPath: (text) => {
      // `JS` is a child’s initials, and how a program’s files end.
      const { index: ending = text.length } = EXTENSION.exec(text) ?? {};
      return findInLabel(text, again, namedBefore?.inFile).filter(({ start }) => start < ending);
    },
    words: () => [...words],
  };
};

/** A text with its masked words as a first letter and bullets, on one line and safe to show. */
export const visibleMasked = (text: string, masks: readonly Span[]): string =>
  masks.length === 0
    ? visible(text)
    : cells(text, undefined, masks)
        .map(({ shown }) => shown)
        .join('');

/** The same for a program: nothing but the names is changed. */
export const masked = (text: string, masks: readonly Span[]): string => {
  let made = '';
  let at = 0;
  for (const { start, end } of masks) {
    const [first] = cells(text, { start, end });
    made += `${text.slice(at, first!.end)}•••`;
    at = end;
  }
  return made + text.slice(at);
};
