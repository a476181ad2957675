import type { Use } from './format.ts';
import type { Layout } from './layout.ts';

const PLAIN = [
  ...['text', 'at', 'date', 'time', 'account', 'replyTo', 'media', 'alt', 'comments'],
  ...['event', 'urgent', 'id', 'author', 'networks', 'link'],
  ...['year', 'month', 'day', 'hour', 'minute', 'zone'],
] as const;

type Plain = Exclude<Use, `network:${string}`>;

/** 0-based positions of the columns that are read as each thing. */
export type Columns = Readonly<Record<Plain, readonly number[]>> & {
  /** Columns that say whether a post goes to a network. */
  readonly flags: readonly { readonly column: number; readonly network: string }[];
};

export const columnsOf = ({ columns }: Pick<Layout, 'columns'>): Columns => {
  const at = (wanted: Plain): readonly number[] =>
    columns.flatMap(({ use }, column) => (use === wanted ? [column] : []));
  const plain = Object.fromEntries(PLAIN.map((use) => [use, at(use as Plain)]));
  return {
    ...(plain as Record<Plain, readonly number[]>),
    flags: columns.flatMap(({ use }, column) =>
      use?.startsWith('network:') ? [{ column, network: use.slice('network:'.length) }] : [],
    ),
  };
};
