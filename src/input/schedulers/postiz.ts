import type { Mapping } from '../../syntax/plain-data.ts';
import { isMapping, listOf } from '../../syntax/plain-data.ts';
import { networksOf } from './network.ts';
import { headsOf, isRow, readRow } from './postiz-rows.ts';
import type { Queued, Scheduler, Thread, When } from './scheduler.ts';
import { below, find, isFilledList, NOW, OPEN, pictures, whenAt, wordless } from './scheduler.ts';

const PICTURE = { file: ['path', 'url'], alt: ['alt'] } as const;

const isChannel = (post: unknown): boolean =>
  isMapping(post) && 'integration' in post && Array.isArray(post['value']);

const whenOf = (record: Mapping): When => {
  if (record['type'] === 'draft') return OPEN;
  return record['type'] === 'now' ? NOW : whenAt(find(record, 'date'));
};

/** One channel’s words: the first is the post, the others reply to it. */
const channelThread = (record: Mapping, index: number): Thread => {
  const way = ['posts', index] as const;
  const kind = find(record, ...way, 'settings', '__type').value;
  const networks = networksOf([
    kind ?? find(record, ...way, 'integration', 'providerIdentifier').value,
  ]);
  const words = listOf(find(record, ...way, 'value').value);
  if (words.length === 0) return [wordless([...way, 'value'])];
  return words.map((word, position): Queued => {
    const here = [...way, 'value', position];
    return {
      text: below(here, find(word, 'content')),
      when: whenOf(record),
      media: pictures(record, [...here, 'image'], PICTURE),
      ...(networks && { networks }),
    };
  });
};

/** What Postiz takes to make posts, and the rows that it keeps of them. */
export const POSTIZ: Scheduler = {
  name: 'postiz',
  title: 'Postiz',
  because: 'its posts have “integration” and “value”, or “content” and “publishDate”',
  hasMarkup: true,
  isRecord: (record) => {
    const posts = record['posts'];
    return (isFilledList(posts) && posts.slice(0, 20).some(isChannel)) || isRow(record);
  },
  threads: (record) => {
    if (!Array.isArray(record['posts'])) return [[readRow(record)]];
    return record['posts'].map((_, index) => channelThread(record, index));
  },
  heads: headsOf,
};
