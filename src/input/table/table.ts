import type { SeenIds } from '../record.ts';
import type { Columns } from './columns.ts';
import type { FileOrder } from './date-order.ts';
import type { Layout } from './layout.ts';
import type { ZonedTimes } from './local-times.ts';

/** What the rows of one table share. */
export interface Table {
  readonly file: string;
  /** Ids of its posts begin with it. */
  readonly baseName: string;
  readonly layout: Layout;
  readonly columns: Columns;
  /** The last column whose place is asked for. */
  readonly last: number;
  readonly delimiter: string;
  readonly timezone: string;
  readonly localTimes: ZonedTimes;
  /** Found when the first date asks for it. */
  readonly order: () => FileOrder;
  /** Ids that stand in the file. */
  readonly seen: SeenIds;
}
