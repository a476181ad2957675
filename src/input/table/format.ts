import type { Column, DateOrder } from '../reading.ts';
import type { TableName } from './names.ts';

/** What a column of a table is read as. */
export type Use =
  | Column
  | 'year'
  | 'month'
  | 'day'
  | 'hour'
  | 'minute'
  /** Zone in which the time of the row is meant. */
  | 'zone'
  /** Must hold an address: other words in it are the rest of a text that was cut at a delimiter. */
  | 'link'
  /** `TRUE` where the post goes to that network. */
  | `network:${string}`;

interface Common {
  /** As `--input-format` has it. */
  readonly name: TableName;
  /** As its users call it. */
  readonly title: string;
  /** Order of day and month in its dates where a file does not tell. */
  readonly dates?: DateOrder;
  /** What parts the comments of a cell; absent: a cell is one comment. */
  readonly commentsApart?: string;
}

/** A table with a row of headings; all keys are as `headingKey` makes them. */
export interface HeadedFormat extends Common {
  /** Any of these sets of headings gives it away. */
  readonly marks: readonly (readonly string[])[];
  /** Null: known and not read. */
  readonly columns: Readonly<Record<string, Use | null>>;
  /** What its columns of the text and the time are called. */
  readonly expected: { readonly text: string; readonly at: string };
}

/** A table without headings. */
export interface HeadlessFormat extends Common {
  readonly cells: readonly (Use | null)[];
  readonly delimiters: readonly string[];
  /** Whether a row looks like one of its. */
  readonly isRow: (cells: readonly string[]) => boolean;
  /** Its columns in words. */
  readonly expected: string;
}

export type TableFormat = HeadedFormat | HeadlessFormat;

export const isHeaded = (format: TableFormat): format is HeadedFormat => 'marks' in format;
