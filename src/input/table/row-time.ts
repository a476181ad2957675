import type { PostTime } from '../../core/post.ts';
import type { Notice, Problem } from '../../core/problem.ts';
import type { RowPlaces } from './row-places.ts';
import { filledOf } from './row-record.ts';
import type { Row } from './rows.ts';
import type { Table } from './table.ts';
import type { TimeCells } from './time-cells.ts';
import { timeOf } from './time-cells.ts';

export interface RowTime {
  readonly at: PostTime;
  readonly notices: readonly Notice[];
  readonly problems: readonly Problem[];
}

const NO_ZONE =
  'nobody knows this time zone: write it as Europe/London, or leave the cell empty for the school’s own';

const OPEN: RowTime = { at: { kind: 'unscheduled' }, notices: [], problems: [] };

/** When the posts of a row go out, and what is to be said of it. */
export const rowTime = (
  time: TimeCells | undefined,
  { cells }: Pick<Row, 'cells'>,
  { file, localTimes, order, columns }: Pick<Table, 'file' | 'localTimes' | 'order' | 'columns'>,
  places: RowPlaces,
): RowTime => {
  if (!time) return OPEN;
  const zone = filledOf(cells, columns.zone);
  const local = localTimes(zone === undefined ? undefined : cells[zone]!.trim());
  if (!local) return { ...OPEN, problems: [{ file, ...places.of(zone), message: NO_ZONE }] };
  const read = timeOf(time.written, () => order().order, local);
  if (read === 'open') return OPEN;
  const place = { file, ...places.of(time.column) };
  if ('error' in read) return { ...OPEN, problems: [{ ...place, message: read.error }] };
  const at: PostTime = { kind: 'instant', epochMs: read.epochMs };
  return read.notice === undefined
    ? { ...OPEN, at }
    : { ...OPEN, at, notices: [{ kind: 'clock-change', ...place, message: read.notice }] };
};
