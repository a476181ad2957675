import type { HeadedFormat } from '../format.ts';

export const BUFFER: HeadedFormat = {
  name: 'buffer',
  title: 'Buffer',
  marks: [
    ['text', 'postingtime'],
    ['imageurl', 'tags', 'postingtime'],
    ['text', 'imageurl', 'tags'],
  ],
  columns: { text: 'text', imageurl: 'media', tags: null, postingtime: 'at', boardname: null },
  expected: { text: 'Text', at: 'Posting Time' },
};
