import type { HeadedFormat } from '../format.ts';

export const PUBLER_OLD: HeadedFormat = {
  name: 'publer-old',
  title: 'Publer (before 2025)',
  marks: [
    ['message', 'media', 'labels'],
    ['date', 'link', 'media', 'title', 'labels'],
  ],
  columns: { date: 'at', message: 'text', link: 'link', media: 'media', title: null, labels: null },
  expected: { text: 'Message', at: 'Date' },
};
