import type { HeadedFormat } from '../format.ts';

export const POSTFAST: HeadedFormat = {
  name: 'postfast',
  title: 'PostFast',
  marks: [
    ['scheduledat', 'accountid'],
    ['content', 'accountid'],
  ],
  columns: { content: 'text', scheduledat: 'at', accountid: null },
  expected: { text: 'content', at: 'scheduled_at' },
};
