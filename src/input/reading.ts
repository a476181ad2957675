import type { Post } from '../core/post.ts';
import type { Notice, Problem } from '../core/problem.ts';
import type { Encoding } from './decode.ts';
import type { TextSource } from './open-text.ts';

export const DATE_ORDERS = ['day-first', 'month-first'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What a column of a table may hold. */
export const COLUMNS = [
  'text',
  'at',
  'date',
  'time',
  'account',
  'replyTo',
  'media',
  'alt',
  'comments',
  'event',
  'urgent',
  'id',
  'author',
  'networks',
] as const;
export type Column = (typeof COLUMNS)[number];

/** What a school says of the files that its scheduler writes; beats all guessing. */
export interface QueueOptions {
  /** Headings, or letters as a spreadsheet has them (`B`), of the columns that hold our values. */
  readonly columns?: Readonly<Partial<Record<Column, string>>>;
  readonly dates?: DateOrder;
  readonly delimiter?: ',' | ';' | '\t' | '|';
}

/** How a file was recognised, for whoever asks. */
export interface Recognised {
  readonly file: string;
  /** In words: `Buffer`, `a table with headings`. */
  readonly format: string;
  /** How that was seen. */
  readonly because: string;
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  /** 1-based line of the headings. */
  readonly headerLine?: number;
  readonly columns?: readonly {
    readonly name: string;
    /** What it is read as; null: not read. */
    readonly as: string | null;
  }[];
  readonly dates?: { readonly order: string; readonly because: string };
  /** IANA zone of times without an offset. */
  readonly timezone: string;
}

export interface InputOptions {
  /** IANA zone in which times without an offset are meant. */
  readonly timezone: string;
  readonly encoding?: Encoding;
  /** Name of an input format: ends the guessing. */
  readonly format?: string;
  readonly queue?: QueueOptions;
  /** Told once a file, before its first post. */
  readonly tell?: (recognised: Recognised) => void;
}

/** A post as it was read, and the keys of its record that mean nothing to us. */
export interface ReadPost {
  readonly post: Post;
  readonly unusedKeys: readonly string[];
  readonly notices?: readonly Notice[];
}

/** What deserves a word about the whole file. */
interface ReadNotices {
  readonly notices: readonly Notice[];
}

/** A post that cannot be judged, with every reason; or a whole file that holds none. */
export interface UnreadPost {
  readonly problems: readonly [Problem, ...Problem[]];
}

/** One post of a file, read or not: nothing is left out. */
export type Reading = ReadPost | UnreadPost | ReadNotices;

/** Reads the posts in a file's text, one by one. Never throws, whatever the text. */
export type ReadFormat = (
  text: string,
  file: string,
  options: InputOptions,
) => Iterable<Reading> | AsyncIterable<Reading>;

/** As `ReadFormat`, of a text that may be too long for one piece. */
export type ReadPieces = (
  source: TextSource,
  file: string,
  options: InputOptions,
) => Iterable<Reading> | AsyncIterable<Reading>;

/** A reading that is one problem alone. */
export const unread = (
  file: string,
  message: string,
  place: Partial<Problem> = {},
): UnreadPost => ({
  problems: [{ file, ...place, message }],
});
