import { readWritten } from '../date-shapes.ts';
import type { HeadlessFormat } from '../format.ts';

export const HOOTSUITE: HeadlessFormat = {
  name: 'hootsuite',
  title: 'Hootsuite',
  cells: ['at', 'text', 'link'],
  delimiters: [',', ';', '\t'],
  isRow: ([at = '', text = '', link = '']) =>
    readWritten(at)?.day !== undefined &&
    /\p{L}/u.test(text) &&
    !readWritten(text) &&
    !/\s/u.test(link.trim()),
  expected: 'no headings and three columns: the date and time, the message, a link',
};
