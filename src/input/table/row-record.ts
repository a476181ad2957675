import type { Path } from '../../syntax/place.ts';
import type { Columns } from './columns.ts';
import { picturesIn } from './media-cells.ts';
import { networksIn } from './networks.ts';

type Cells = readonly string[];

/** The first of some columns in which something stands. */
export const filledOf = (cells: Cells, columns: readonly number[]): number | undefined =>
  columns.find((column) => (cells[column] ?? '').trim() !== '');

/** Keys of a post whose value is the cell as it stands. */
const AS_IT_STANDS = ['account', 'replyTo', 'event', 'urgent', 'author'] as const;

const YES = /^\s*(?:true|yes|y|1|x)\s*$/iu;

const networksOf = (cells: Cells, { networks, flags }: Columns): readonly string[] => {
  if (networks.length + flags.length === 0) return [];
  const named = networks.flatMap((column) => networksIn(cells[column] ?? ''));
  const flagged = flags.filter(({ column }) => YES.test(cells[column] ?? ''));
  return [...new Set([...named, ...flagged.map(({ network }) => network)])];
};

/** What a row says in the keys of our own posts, but for the text and the time. */
export interface RowRecord {
  readonly id?: string;
  readonly media?: readonly object[];
  /** What the comments below the post share with it. */
  readonly about: Readonly<Record<string, unknown>>;
}

export const rowRecord = (cells: Cells, columns: Columns): RowRecord => {
  const all = (of: readonly number[]): Cells => of.map((column) => cells[column] ?? '');
  const about: Record<string, unknown> = {};
  for (const key of AS_IT_STANDS) {
    const column = filledOf(cells, columns[key]);
    if (column !== undefined) about[key] = cells[column]!;
  }
  const networks = networksOf(cells, columns);
  if (networks.length > 0) about['networks'] = networks;
  const id = filledOf(cells, columns.id);
  const media = picturesIn(all(columns.media), all(columns.alt));
  return {
    about,
    ...(id !== undefined && { id: cells[id]!.trim() }),
    ...(media.length > 0 && { media }),
  };
};

/** The column from which a value of the record comes. */
export const columnOfPath = ([key]: Path, cells: Cells, columns: Columns): number | undefined => {
  if (key === 'media') return filledOf(cells, [...columns.media, ...columns.alt]);
  if (key === 'networks') return filledOf(cells, columns.networks);
  if (key === 'id') return filledOf(cells, columns.id);
  const of = AS_IT_STANDS.find((one) => one === key);
  return of === undefined ? columns.text[0] : filledOf(cells, columns[of]);
};
