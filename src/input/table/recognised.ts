import type { TextSource } from '../open-text.ts';
import type { Recognised } from '../reading.ts';
import type { Evidence, FileOrder } from './date-order.ts';
import { delimiterName } from './flaws.ts';
import type { Layout } from './layout.ts';

/** How a table was recognised, for whoever asks. */
export const recognised = (
  { title, because, header, columns }: Layout,
  delimiter: string,
  { encoding }: TextSource,
  dates: { readonly order: FileOrder; readonly evidence: Evidence },
): Omit<Recognised, 'file' | 'timezone'> => {
  const { order, because: why } = dates.order;
  return {
    format: title,
    because,
    ...(encoding !== undefined && { encoding }),
    delimiter: delimiterName(delimiter),
    ...(header && { headerLine: header.line }),
    columns: columns.map(({ name, use }) => ({ name, as: use === 'link' ? null : use })),
    ...(Object.keys(dates.evidence).length > 0 && { dates: { order, because: why } }),
  };
};
