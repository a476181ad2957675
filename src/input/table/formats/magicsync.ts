import type { HeadedFormat } from '../format.ts';

export const MAGICSYNC: HeadedFormat = {
  name: 'magicsync',
  title: 'MagicSync',
  marks: [
    ['content', 'scheduledtime', 'comments'],
    ['imageurl', 'scheduledtime', 'comments'],
    ['content', 'imageurl', 'comments'],
  ],
  columns: { content: 'text', imageurl: 'media', scheduledtime: 'at', comments: 'comments' },
  expected: { text: 'content', at: 'scheduled_time' },
  commentsApart: ';',
};
