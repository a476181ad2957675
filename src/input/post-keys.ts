import { createVocabulary } from './vocabulary.ts';

/** Every key of a post. */
export const POST_KEYS = createVocabulary([
  'text',
  'id',
  'at',
  'account',
  'replyTo',
  'event',
  'urgent',
  'media',
  'source',
  'author',
  'networks',
  'thread',
]);

/** Keys of posts that come out of an archive: known where they fit, and never suggested to anybody. */
export const PUBLISHED_KEY = 'published';
export const ORIGIN_KEY = 'origin';
