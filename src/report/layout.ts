import type { Citation } from '../core/finding.ts';
import type { PolicyInfo } from '../core/policy.ts';
import { clip } from './cells.ts';
import type { Paint } from './options.ts';
import { dateInWords } from './when.ts';
import { fill } from './wrap.ts';

const INDENT = 3;
const LABEL = 8;

/** Columns before the words of a labelled line. */
export const LABELLED = INDENT + LABEL;

export const indented = (lines: readonly string[], by: number): readonly string[] =>
  lines.map((line) => `${' '.repeat(by)}${line}`);

/** `Why     …` with the lines after the first below it. */
export const labelled = (
  label: string,
  lines: readonly string[],
  paint: Paint,
): readonly string[] =>
  lines.map((line, index) => {
    const head = index === 0 ? paint.bold(label.padEnd(LABEL)) : ' '.repeat(LABEL);
    return `${' '.repeat(INDENT)}${head}${line}`;
  });

/** Which policy says so, where in it, and since when: as it is written, not yet safe to show. */
export const sourceOf = (
  { policy, section, clause }: Omit<Citation, 'requires'>,
  policies: readonly PolicyInfo[],
): readonly string[] => {
  const info = policies.find(({ id }) => id === policy);
  const adopted = info?.adopted === undefined ? '' : `adopted ${dateInWords(info.adopted)}`;
  const place = section === '' ? clause : `${section} (${clause})`;
  return [info?.title ?? policy, place, adopted].filter((piece) => piece !== '');
};

export const source = (
  citation: Omit<Citation, 'requires'>,
  policies: readonly PolicyInfo[],
  room: number,
  paint: Paint,
): readonly string[] => {
  const clipped = sourceOf(citation, policies).map((piece) => clip(piece, 3 * room));
  return fill(clipped, room, ' · ').map((line) => paint.dim(line));
};
