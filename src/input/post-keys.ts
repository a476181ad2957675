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
