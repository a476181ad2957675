import type { InputOptions } from '../reading.ts';
import { readWritten } from './date-shapes.ts';
import { countKnown } from './layout.ts';
import { recogniseTable } from './recognise.ts';

/**
 * Whether a text is surely a table, though its name does not say so: headings of a text and a time on
 * the first line, nothing on it that is no heading, and a time or nothing below that of the time.
 */
export const isSurelyTable = (head: string, options: InputOptions): boolean => {
  const found = recogniseTable(head, options);
  if ('messages' in found || !found.layout.header) return false;
  const { layout } = found;
  const [header, first] = found.head.rows;
  if (!header || !first || header.record !== layout.header!.record) return false;
  const at = layout.columns.findIndex(({ use }) => use === 'at' || use === 'date');
  const written = header.cells.filter((cell) => cell.trim() !== '');
  const time = (first.cells[at] ?? '').trim();
  return (
    at >= 0 &&
    first.cells.length > 1 &&
    countKnown(written) * 2 >= written.length &&
    written.every((cell) => cell.length <= 80 && !/[.!?]$/u.test(cell.trim())) &&
    (time === '' || readWritten(time) !== undefined || /^\d{4}-\d\d-\d\d[T ]\d/u.test(time))
  );
};
