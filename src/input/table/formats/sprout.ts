import type { HeadedFormat } from '../format.ts';

export const SPROUT: HeadedFormat = {
  name: 'sprout',
  title: 'Sprout Social',
  marks: [['time24hr'], ['date', 'messagetext']],
  columns: { date: 'date', time24hr: 'time', messagetext: 'text', link: 'link', image: 'media' },
  expected: { text: 'message_text', at: 'date' },
};
