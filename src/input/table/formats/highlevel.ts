import type { HeadedFormat } from '../format.ts';

/** Also SocialBee and others that took its template over. Newer pages show dates month first. */
export const HIGHLEVEL: HeadedFormat = {
  name: 'highlevel',
  title: 'HighLevel',
  marks: [['postatspecifictime'], ['content', 'imageurls', 'gifurl']],
  columns: {
    postatspecifictime: 'at',
    content: 'text',
    link: 'link',
    imageurls: 'media',
    imageurl: 'media',
    gifurl: 'media',
    videourls: 'media',
    videourl: 'media',
    posttype: null,
    category: null,
    followupcomment: 'comments',
  },
  expected: { text: 'content', at: 'postAtSpecificTime' },
  dates: 'month-first',
};
