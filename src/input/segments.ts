import { isMeantAsKeys, keyLikeness, startsWithKeys } from './front-matter.ts';
import type { Line } from './lines.ts';
import { linesOf } from './lines.ts';

/** One post of a draft, before its keys are read. Lines count from 1. */
export interface Segment {
  /** First line of the post with its front matter. */
  readonly line: number;
  readonly text: string;
  /** Line on which `text` starts. */
  readonly textLine: number;
  /** YAML between two lines of `---`. */
  readonly front?: { readonly text: string; readonly line: number };
  /** Keys stand on top that no `---` closes. */
  readonly isUnclosed?: true;
}

/** Lines that are looked at to see whether a post starts with keys. */
const MAX_KEYS = 200;
/** No line longer than this is looked at as a key. */
const MAX_KEY_LINE = 2000;

interface Front {
  /** 0-based lines of the YAML, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** Line behind the closing `---`. */
  readonly body: number;
}

/**
 * Splits a draft at lines that hold only `---`.
 *
 * Front matter stands on top of a post, between two `---`. The opening one is the first line of the
 * file, or the separator before the post, or a second `---` directly behind that separator. Where only
 * the separator opens it, every line must read as a key and one of them must be a key of ours: posts
 * such as “Reminder: PE kit” remain posts. On top of a file mistyped keys are front matter too. Blank
 * posts at either end of the file are no posts.
 */
export const splitDraft = (text: string): readonly Segment[] => {
  const lines = linesOf(text);
  const fences = lines.flatMap((line, index) => (isFence(text, line) ? [index] : []));
  const segments: Segment[] = [];
  let at = 0;
  let nextFence = 0;

  /** 0-based line of the first fence from `from` on, or the end of the file. */
  const fenceFrom = (from: number): number => {
    while (nextFence < fences.length && fences[nextFence]! < from) nextFence += 1;
    return fences[nextFence] ?? lines.length;
  };
  const written = (from: number, to: number): readonly string[] =>
    lines
      .slice(from, to)
      .map(({ start, end }) => text.slice(start, Math.min(end, start + MAX_KEY_LINE)));

  const findFront = (from: number, isFenced: boolean): Front | undefined => {
    const to = fenceFrom(from);
    if (to === lines.length) return undefined;
    const block = written(from, to);
    const likeness = keyLikeness(block);
    const isFront = isFenced
      ? likeness !== 'text' || (from === 1 && isMeantAsKeys(block))
      : likeness === 'keys';
    return isFront ? { from, to, body: to + 1 } : undefined;
  };

  while (at < lines.length) {
    const first = at;
    let front = first > 0 ? findFront(first, false) : undefined;
    if (!front && fenceFrom(first) === first) {
      at = first + 1;
      front = findFront(at, true);
    }
    if (front) at = front.body;
    const end = fenceFrom(at);
    const body = bodyOf(text, lines, at, end);
    const isAtEdge = first === 0 || end === lines.length;
    if (front || body.text !== '' || !isAtEdge) {
      const isUnclosed = !front && startsWithKeys(written(at, Math.min(end, at + MAX_KEYS)));
      segments.push({
        line: front || body.text === '' ? first + 1 : body.textLine,
        ...body,
        ...(front && { front: { text: between(text, lines, front), line: front.from + 1 } }),
        ...(isUnclosed && { isUnclosed }),
      });
    }
    at = end + 1;
  }
  return segments;
};

const isFence = (text: string, { start, end }: Line): boolean =>
  text.startsWith('---', start) && /^[ \t]*$/u.test(text.slice(start + 3, end));

const isBlank = (text: string, { start, end }: Line): boolean =>
  text.slice(start, end).trim() === '';

const between = (text: string, lines: readonly Line[], { from, to }: Front): string =>
  from === to ? '' : text.slice(lines[from]!.start, lines[to - 1]!.end);

/** The exact characters from the first line that is not blank to the last, without its line break. */
const bodyOf = (
  text: string,
  lines: readonly Line[],
  from: number,
  to: number,
): Pick<Segment, 'text' | 'textLine'> => {
  let [first, last] = [from, to - 1];
  while (first < to && isBlank(text, lines[first]!)) first += 1;
  if (first === to) return { text: '', textLine: from + 1 };
  while (isBlank(text, lines[last]!)) last -= 1;
  return { text: text.slice(lines[first]!.start, lines[last]!.end), textLine: first + 1 };
};
