import type { HeadedFormat } from '../format.ts';

export const SOCIALPATRA: HeadedFormat = {
  name: 'socialpatra',
  title: 'SocialPatra',
  marks: [['platformids'], ['platforms', 'scheduledat', 'mediaurls']],
  columns: {
    content: 'text',
    platforms: 'networks',
    platformids: null,
    scheduledat: 'at',
    mediaurls: 'media',
    tags: null,
    title: null,
    posttype: null,
  },
  expected: { text: 'content', at: 'scheduledAt' },
};
