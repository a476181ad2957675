import type { HeadedFormat } from '../format.ts';

/** Its headings explain themselves behind a dash: `Alt text(s) - Separated by ||`. */
export const PUBLER: HeadedFormat = {
  name: 'publer',
  title: 'Publer',
  marks: [['postsubtype'], ['mediaurl', 'alttext', 'comment'], ['text', 'mediaurl', 'label']],
  columns: {
    date: 'at',
    text: 'text',
    link: 'link',
    mediaurl: 'media',
    title: null,
    label: null,
    alttext: 'alt',
    comment: 'comments',
    pinboardfbalbumorgooglecategory: null,
    postsubtype: null,
    cta: null,
    reminder: null,
  },
  expected: { text: 'Text', at: 'Date' },
  commentsApart: '||',
};
