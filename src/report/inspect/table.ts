import { clip, widthOf } from '../cells.ts';
import type { Paint } from '../options.ts';
import { wrap } from '../wrap.ts';

/** A stretch of the post, safe to show, and what it is. */
export interface Line {
  readonly shown: string;
  readonly words: string;
}

const INDENT = 3;
const LABEL = 11;
const MOST_SHOWN = 24;
/** Lines under one label; programs get the rest. */
const MOST_LINES = 12;

export interface Section {
  readonly label: string;
  readonly lines: readonly Line[];
}

/** The same twice is told once, with how often. */
const counted = (lines: readonly Line[]): readonly Line[] => {
  const counts = new Map<string, { line: Line; count: number }>();
  for (const line of lines) {
    const key = `${line.shown}\n${line.words}`;
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { line, count: 1 });
  }
  return [...counts.values()].map(({ line, count }) =>
    count === 1 ? line : { ...line, words: `${line.words} (${count} times)` },
  );
};

const padded = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - widthOf(text)));

const shortened = ({ label, lines }: Section): Section => ({
  label,
  lines: counted(lines).map(({ shown, words }) => ({ shown: clip(shown, MOST_SHOWN), words })),
});

/** Sections in three columns: label, what stands in the post, what it is. */
export const table = (
  sections: readonly Section[],
  width: number,
  paint: Paint,
): readonly string[] => {
  const rows = sections.filter(({ lines }) => lines.length > 0).map(shortened);
  const shownColumns = Math.max(
    0,
    ...rows.flatMap(({ lines }) => lines.slice(0, MOST_LINES).map(({ shown }) => widthOf(shown))),
  );
  const before = INDENT + LABEL + shownColumns + 2;
  return rows.flatMap(({ label, lines }) => {
    const told = lines.slice(0, MOST_LINES).flatMap(({ shown, words }) =>
      wrap(words, width - before).map((line, index) => {
        const place = padded(index === 0 ? shown : '', shownColumns);
        return `${place}  ${paint.dim(line)}`;
      }),
    );
    const rest = lines.length - MOST_LINES;
    const more = rest > 0 ? [paint.dim(`and ${rest} more: --format json tells all`)] : [];
    return [...told, ...more].map((line, index) => {
      const head = index === 0 ? paint.bold(label.padEnd(LABEL)) : ' '.repeat(LABEL);
      return `${' '.repeat(INDENT)}${head}${line}`;
    });
  });
};
