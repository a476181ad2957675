import { parse } from 'csv-parse/sync';

/** A row of a table and the 1-based line on which it starts. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

export interface Table {
  readonly rows: readonly Row[];
  /** What keeps the rest from being read, in words without any of it. */
  readonly mistake?: { readonly line: number; readonly message: string };
}

const MISTAKE = 'a quotation mark that opens here is never closed: open the list and save it again';

/** The rows of a text in which `delimiter` stands between cells, as far as it can be read. */
export const readTable = (text: string, delimiter: string): Table => {
  const rows: Row[] = [];
  let line = 1;
  try {
    parse(text.replace(/\r\n?/gu, '\n'), {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      on_record: (cells: readonly string[], { lines }) => {
        rows.push({ cells, line });
        line = lines + 1;
        return null;
      },
    });
    return { rows };
  } catch (error) {
    // Its own message may repeat a row.
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')))
      throw error;
    return { rows, mistake: { line, message: MISTAKE } };
  }
};
