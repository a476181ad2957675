import { findDamage } from '../damage.ts';
import { fileName } from '../names.ts';
import type { TextSource } from '../open-text.ts';
import { headOf } from '../open-text.ts';
import type { InputOptions, Reading } from '../reading.ts';
import { unread } from '../reading.ts';
import { placeInRow } from './cell-places.ts';
import { columnsOf } from './columns.ts';
import type { FileOrder } from './date-order.ts';
import { decideOrder, surveyDates } from './date-order.ts';
import type { Layout } from './layout.ts';
import { createZonedTimes } from './local-times.ts';
import { once } from '../../core/once.ts';
import type { Table } from './table.ts';
import { readRow } from './read-row.ts';
import { recognised } from './recognised.ts';
import { recogniseTable } from './recognise.ts';
import { lastPlace } from './row-places.ts';
import type { BadRow, Row } from './rows.ts';
import { readRows } from './rows.ts';

const LONG_HEAD = 2 * 1024 * 1024;

const HEADINGS_ONLY = 'this file holds no posts: there are no rows below its headings';

/** Rows of a damaged text in which something stands that is no text cannot be judged. */
function* wholeText(rows: Iterable<Row | BadRow>, { damage }: TextSource): Generator<Row | BadRow> {
  for (const row of rows) {
    const found = damage && 'raw' in row ? findDamage(row.raw) : undefined;
    if (!found || !('raw' in row)) yield row;
    else yield { ...placeInRow(row, found.offset), message: found.message };
  }
}

/** Rows below the headings; long exports repeat those on each page. */
function* dataRows(rows: Iterable<Row | BadRow>, { header }: Layout): Generator<Row | BadRow> {
  const heading = header?.raw.trimEnd();
  for (const row of rows) {
    if (header && 'raw' in row && row.line <= header.line) continue;
    if (header && 'raw' in row && row.raw.length <= header.raw.length + 2) {
      if (row.raw.trimEnd() === heading) continue;
    }
    yield row;
  }
}

function* wholeRows(rows: Iterable<Row | BadRow>): Generator<Row> {
  for (const row of rows) if ('cells' in row) yield row;
}

/** The rows of a recognised table. */
function* readBody(
  rows: Iterable<Row | BadRow>,
  table: Table,
  asked: () => FileOrder | undefined,
): Generator<Reading> {
  const { file } = table;
  let isOrderTold = false;
  for (const row of rows) {
    if ('message' in row) {
      const { message, ...place } = row;
      yield unread(file, message, place);
      continue;
    }
    const readings = readRow(row, table);
    const notice = isOrderTold ? undefined : asked()?.notice;
    if (notice) {
      isOrderTold = true;
      yield { notices: [{ kind: 'date-order', file, ...notice }] };
    }
    yield* readings;
  }
}

/** The posts of a table, row by row, in memory that does not grow with it. */
export function* readTable(
  source: TextSource,
  file: string,
  options: InputOptions,
): Generator<Reading> {
  let found = recogniseTable(headOf(source), options);
  // A first row may be long.
  if ('messages' in found) found = recogniseTable(headOf(source, LONG_HEAD), options);
  if ('messages' in found) {
    const { messages, line } = found;
    for (const message of messages) yield unread(file, message, line === undefined ? {} : { line });
    return;
  }
  const { layout, delimiter } = found;
  const { timezone, queue, tell } = options;
  const columns = columnsOf(layout);
  const rows = (): Iterable<Row | BadRow> =>
    dataRows(wholeText(readRows(source.pieces(), found), source), layout);
  const evidence = once(() => surveyDates(wholeRows(rows()), columns, delimiter));
  const order = once(() => decideOrder(evidence(), queue?.dates, layout.format?.dates));
  tell?.({
    file,
    ...recognised(layout, delimiter, source, { order: order(), evidence: evidence() }),
    timezone,
  });

  const place = layout.header ? { line: layout.header.line } : {};
  for (const message of layout.lacks) yield unread(file, message, place);
  let asked: FileOrder | undefined;
  const table: Table = {
    file,
    baseName: fileName(file),
    layout,
    columns,
    last: lastPlace(columns),
    delimiter,
    timezone,
    localTimes: createZonedTimes(timezone),
    order: () => (asked ??= order()),
    seen: new Map(),
  };
  let count = layout.lacks.length;
  for (const reading of readBody(rows(), table, () => asked)) {
    count += 1;
    yield reading;
  }
  const change = source.findChange() ?? source.cut;
  if (change) yield { problems: [change] };
  else if (count === 0) yield unread(file, HEADINGS_ONLY, place);
}
