import type { HeadedFormat } from '../format.ts';

export const VISTA_SOCIAL: HeadedFormat = {
  name: 'vista-social',
  title: 'Vista Social',
  marks: [
    ['message', 'type', 'time'],
    ['type', 'link', 'time'],
    ['message', 'type', 'link'],
  ],
  columns: { message: 'text', type: null, link: 'link', time: 'at' },
  expected: { text: 'message', at: 'time' },
};
