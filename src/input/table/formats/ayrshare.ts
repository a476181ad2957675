import type { HeadedFormat } from '../format.ts';

export const AYRSHARE: HeadedFormat = {
  name: 'ayrshare',
  title: 'Ayrshare',
  marks: [
    ['platforms', 'scheduledate'],
    ['mediaurls', 'scheduledate'],
    ['post', 'platforms', 'mediaurls'],
  ],
  columns: { post: 'text', platforms: 'networks', mediaurls: 'media', scheduledate: 'at' },
  expected: { text: 'post', at: 'scheduleDate' },
};
