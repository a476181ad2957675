import type { HeadlessFormat } from '../format.ts';
import { isSplitDate } from '../split-date.ts';

export const POSTCRON: HeadlessFormat = {
  name: 'postcron',
  title: 'Postcron',
  cells: ['text', 'year', 'month', 'day', 'hour', 'minute', 'media', 'link'],
  delimiters: [',', ';', '\t'],
  isRow: ([text = '', year, month, day, hour, minute]) =>
    /\p{L}/u.test(text) && isSplitDate({ year, month, day, hour, minute }),
  expected:
    'no headings and eight columns: the text, year, month, day, hour, minute, a picture, a link',
};
