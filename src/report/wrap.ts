import { clip, visible, widthOf } from './cells.ts';
import type { Style } from './options.ts';

/** A sentence longer than this is cut: nobody reads on, and a hostile one could fill the screen. */
const LONGEST_SENTENCE = 1200;
const LONGEST_WORD = 200;

/**
 * Pieces put on lines of at most `width` columns, `glue` between two on one line.
 * A piece wider than that is broken at its spaces; a word wider than that sticks out.
 */
export const fill = (pieces: readonly string[], width: number, glue = ' '): readonly string[] => {
  const lines: string[] = [];
  let used = Infinity;
  const add = (piece: string, joint: string): void => {
    const wide = widthOf(piece);
    const isWords = wide > width && piece.includes(' ');
    if (isWords)
      for (const [i, word] of piece.split(' ').entries()) add(word, i === 0 ? glue : ' ');
    else if (used + joint.length + wide <= width) {
      lines.push(`${lines.pop()!}${joint}${piece}`);
      used += joint.length + wide;
    } else {
      lines.push(piece);
      used = wide;
    }
  };
  for (const piece of pieces) add(piece, glue);
  return lines;
};

/** An untrusted sentence on lines of at most `width` columns, except for words wider than that. */
export const wrap = (sentence: string, width: number): readonly string[] => {
  const words = visible(sentence.slice(0, LONGEST_SENTENCE).replace(/\s+/gu, ' ')).split(' ');
  const more = sentence.length > LONGEST_SENTENCE ? ['…'] : [];
  const shown = [...words.filter((word) => word !== ''), ...more];
  return fill(
    shown.map((word) => clip(word, LONGEST_WORD)),
    width,
  );
};

/** Lines in one style; `right` in another, at the end of the last one or, without room, below it. */
export const withRight = (
  lines: readonly string[],
  right: string,
  width: number,
  [style, rightStyle]: readonly [Style, Style],
): readonly string[] => {
  const last = lines.at(-1) ?? '';
  const wide = widthOf(right);
  const room = width - widthOf(last) - wide;
  const styled = lines.map((line) => style(line));
  return room >= 2
    ? [...styled.slice(0, -1), `${style(last)}${' '.repeat(room)}${rightStyle(right)}`]
    : [...styled, `${' '.repeat(Math.max(0, width - wide))}${rightStyle(right)}`];
};
