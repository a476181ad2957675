import type { Mapping } from '../../syntax/plain-data.ts';
import type { Found, Scheduler } from './scheduler.ts';
import { find, unnamedPictures, whenAt } from './scheduler.ts';

const MARKS: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
]);

/** X escapes three marks in its texts, and these alone. */
const unescaped = ({ value, way }: Found): Found => ({
  value:
    typeof value === 'string'
      ? value.replace(/&(?:amp|lt|gt);/gu, (mark) => MARKS.get(mark) ?? mark)
      : value,
  way,
});

/** A list of our own may say `scheduled_at` too, and would lose what it says in our words. */
const isOurs = (record: Mapping): boolean =>
  ['at', 'account', 'replyTo', 'media', 'event'].some((key) => key in record);

export const X_ADS: Scheduler = {
  name: 'x-ads',
  title: 'X Ads',
  because: 'its posts have “text” with “scheduled_at” or “scheduled_status”',
  isRecord: (record) =>
    'text' in record &&
    ('scheduled_status' in record || ('scheduled_at' in record && !isOurs(record))),
  threads: (record) => [
    [
      {
        text: unescaped(find(record, 'text')),
        when: whenAt(find(record, 'scheduled_at'), 'utc'),
        media: unnamedPictures(record, ['media_keys']),
        networks: ['x'],
      },
    ],
  ],
};
