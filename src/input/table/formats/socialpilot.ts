import { readWritten } from '../date-shapes.ts';
import type { HeadlessFormat } from '../format.ts';

export const SOCIALPILOT: HeadlessFormat = {
  name: 'socialpilot',
  title: 'SocialPilot',
  cells: ['text', 'media', 'at', null, 'comments', null, 'link'],
  delimiters: [',', ';', '\t'],
  isRow: ([text = '', image = '', at = '']) =>
    /\p{L}/u.test(text) && !/\s/u.test(image.trim()) && readWritten(at)?.day !== undefined,
  expected:
    'no headings and seven columns: the text, the address of a picture, the date and time, the account, a first comment, tags, a link',
};
