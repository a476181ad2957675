import type { Span } from '../core/span.ts';
import { signAt } from './sign.ts';

/** What a reader sees as one sign, made safe for a terminal. */
export interface Cell extends Span {
  readonly shown: string;
  /** Columns of a terminal. */
  readonly width: number;
}

const PLAIN_ASCII = /^[\x20-\x7e]*$/u;

/** As many for every name: their number tells nothing. */
const BULLETS = '•••';

/**
 * A stretch of a text as cells, in order and without gaps: the one way of untrusted text to a reader.
 * `masks` are in order and apart; of each the first sign is shown.
 */
export const cells = (
  text: string,
  { start, end }: Span = { start: 0, end: text.length },
  masks: readonly Span[] = [],
): readonly Cell[] => {
  const made: Cell[] = [];
  let at = start;
  let next = masks.findIndex((mask) => mask.end > start);
  let mask = masks[next];
  while (at < end) {
    if (mask && at > mask.start) {
      const stop = Math.min(mask.end, end);
      made.push({ start: at, end: stop, shown: BULLETS, width: BULLETS.length });
      at = stop;
      next += 1;
      mask = masks[next];
      continue;
    }
    const sign = signAt(text, at);
    const limit = Math.min(mask ? (at < mask.start ? mask.start : mask.end) : end, end);
    const stop = Math.min(at + sign.length, limit);
    const { shown, width } = stop < at + sign.length ? apart(text.slice(at, stop)) : sign;
    made.push({ start: at, end: stop, shown, width });
    at = stop;
    if (mask && at >= mask.end) {
      next += 1;
      mask = masks[next];
    }
  }
  return made;
};

/** A sign that an edge cuts through: each of its code points by itself. */
const apart = (sign: string): Pick<Cell, 'shown' | 'width'> => {
  const points = [...sign].map((point) => signAt(point, 0));
  return {
    shown: points.map(({ shown }) => shown).join(''),
    width: points.reduce((sum, { width }) => sum + width, 0),
  };
};

/** A text on one line that can do no harm in a terminal or in the log of a build. */
export const visible = (text: string): string => {
  if (PLAIN_ASCII.test(text) && !text.includes('##[')) return text;
  return cells(text)
    .map(({ shown }) => shown)
    .join('');
};

/** Columns that a text takes once it is visible. */
export const widthOf = (text: string): number =>
  PLAIN_ASCII.test(text) ? text.length : cells(text).reduce((sum, { width }) => sum + width, 0);

/** A text made visible and cut to a width, with an ellipsis where something is missing. */
export const clip = (text: string, width: number): string => {
  if (text.length <= width && PLAIN_ASCII.test(text)) return visible(text);
  const enough = Math.min(text.length, width * 20);
  const row = cells(text, { start: 0, end: enough });
  const total = row.reduce((sum, cell) => sum + cell.width, 0);
  if (total <= width && enough === text.length) return visible(text);
  let used = 0;
  const kept = row.filter((cell) => (used += cell.width) < width);
  return `${kept.map(({ shown }) => shown).join('')}…`;
};
