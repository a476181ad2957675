import type { HeadlessFormat } from '../format.ts';
import { isSplitDate } from '../split-date.ts';

export const FRIENDS_ME: HeadlessFormat = {
  name: 'friends-me',
  title: 'Friends+Me',
  cells: ['day', 'month', 'year', 'hour', 'minute', 'text', 'media', 'link'],
  delimiters: [';', ',', '\t'],
  isRow: ([day, month, year, hour, minute, text = '']) =>
    /\p{L}/u.test(text) && isSplitDate({ year, month, day, hour, minute }),
  expected:
    'no headings and eight columns: day, month, year, hour, minute, the text, a picture, a link',
};
