import { parse } from 'csv-parse/sync';

/** A record as it stands in a text: UTF-16 offsets, its line break included. */
export interface Parsed {
  readonly cells: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** The UTF-16 offset that is `bytes` of UTF-8 behind `start`. */
const advance = (text: string, start: number, bytes: number): number => {
  let at = start;
  for (let left = bytes; left > 0; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) left -= 1;
    else if (unit < 0x800) left -= 2;
    else if (unit >= 0xd800 && unit < 0xdc00 && isLowAt(text, at + 1)) {
      left -= 4;
      at += 1;
    } else left -= 3;
  }
  return at;
};

const isLowAt = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000;
};

const LINE_BREAKS = ['\r\n', '\n', '\r'];

const isOpenQuote = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'CSV_QUOTE_NOT_CLOSED';

/** The records of a text; `isOpen`: but for the last, whose quotation mark is still open at its end. */
export interface Batch {
  readonly records: readonly Parsed[];
  readonly isOpen: boolean;
}

export const parseBatch = (text: string, delimiter: string): Batch => {
  const records: Parsed[] = [];
  let [start, before] = [0, 0];
  try {
    parse(text, {
      delimiter,
      record_delimiter: LINE_BREAKS,
      relax_column_count: true,
      relax_quotes: true,
      ltrim: true,
      skip_empty_lines: true,
      on_record: (cells, { bytes }) => {
        const end = advance(text, start, bytes - before);
        records.push({ cells, start, end });
        [start, before] = [end, bytes];
        return null;
      },
    });
  } catch (error) {
    if (!isOpenQuote(error)) throw error;
    return { records, isOpen: true };
  }
  return { records, isOpen: false };
};
