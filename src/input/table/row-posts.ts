import type { Cell, CellOf, Origin } from '../../core/post.ts';
import type { Reading } from '../reading.ts';
import type { SeenIds } from '../record.ts';
import { readRecord } from '../record.ts';
import type { RowPlaces } from './row-places.ts';
import type { RowRecord } from './row-record.ts';
import { columnOfPath, filledOf } from './row-record.ts';
import type { RowText } from './row-texts.ts';
import type { RowTime } from './row-time.ts';
import type { Row } from './rows.ts';
import type { Table } from './table.ts';
import type { TimeCells } from './time-cells.ts';

/** What a row holds, each part read. */
export interface RowParts extends Pick<RowTime, 'at' | 'notices'> {
  readonly texts: readonly RowText[];
  readonly record: RowRecord;
  readonly time: TimeCells | undefined;
}

/** Cells by what stands in them; those without a column are absent. */
const cellsAt = (
  columns: Readonly<Partial<Record<CellOf, number | undefined>>>,
  places: RowPlaces,
): Partial<Record<CellOf, Cell>> => {
  const found: Partial<Record<CellOf, Cell>> = {};
  for (const of of ['text', 'at', 'reply', 'media'] as const) {
    const column = columns[of];
    if (column !== undefined) found[of] = places.cell(column);
  }
  return found;
};

const originOf = (
  row: Row,
  { file, columns }: Pick<Table, 'file' | 'columns'>,
  places: RowPlaces,
  { text, offset, column, part }: RowText,
  time: TimeCells | undefined,
): Origin => {
  const reply = filledOf(row.cells, columns.replyTo);
  const media = filledOf(row.cells, [...columns.media, ...columns.alt]);
  const own = part === 1 ? { media } : {};
  return {
    file,
    line: row.line,
    record: row.record,
    ...(column !== undefined && places.text(column, offset, text.length)),
    cells: cellsAt({ text: column, at: time?.column, reply, ...own }, places),
  };
};

/** Pictures and the id belong to the post itself, all else also to its comments. */
const valueOf = ({ id, media, about }: RowRecord, { text, part }: RowText, thread?: string) => ({
  ...about,
  ...(part === 1 && id !== undefined && { id }),
  ...(part === 1 && media && { media }),
  ...(thread !== undefined && { thread }),
  ...(text !== '' && { text }),
});

/** The posts of a row; the first of them tells what is to be said of its time. */
export const rowPosts = (
  row: Row,
  table: Table,
  places: RowPlaces,
  { texts, record, time, at, notices }: RowParts,
): readonly Reading[] => {
  const { columns, timezone, baseName } = table;
  const id = record.id ?? `${baseName}#${row.record}`;
  const thread = texts.length > 1 ? id : undefined;
  // Ids that no cell holds are all different.
  const seen: SeenIds = record.id === undefined ? new Map() : table.seen;
  return texts.map((one, index): Reading => {
    const reading = readRecord(
      {
        value: valueOf(record, one, thread),
        // Pictures without words are a post; of all others the text is asked.
        ...(one.text === '' && { text: '' }),
        origin: originOf(row, table, places, one, time),
        defaultId: one.part === 1 ? id : `${id}.${one.part}`,
        defaultTime: at,
        timezone,
        strictness: 'data',
        placeOf: (path) => places.of(columnOfPath(path, row.cells, columns)),
      },
      seen,
    );
    const tells = index === 0 && notices.length > 0 && 'post' in reading;
    return tells ? { ...reading, notices } : reading;
  });
};
