import type { Mapping } from '../../syntax/plain-data.ts';
import { isMapping, listOf } from '../../syntax/plain-data.ts';
import { networksOf } from './network.ts';
import type { Found, Queued, Scheduler, Thread, When } from './scheduler.ts';
import { below, find, isNothing, NOW, OPEN, unnamedPictures, whenAt } from './scheduler.ts';

/** Where the first and the second interface keep the time. */
const TIMES = ['schedule-date', 'publish_at', 'scheduled_date', 'published_at'];

const whenOf = (record: Mapping): When => {
  const time = TIMES.map((key) => find(record, key)).find(({ value }) => !isNothing(value));
  if (!time || time.value === 'next-free-slot') return OPEN;
  return time.value === 'now' ? NOW : whenAt(time);
};

/** Four line breaks part the posts of a thread, whether or not long ones are also cut up. */
const PARTING = /(?:\r?\n){4,}/u;

const textsOf = ({ value, way }: Found): readonly Found[] => {
  if (typeof value !== 'string') return [{ value, way }];
  const texts = value.split(PARTING).filter((text) => text.trim() !== '');
  return texts.length === 0 ? [{ value, way }] : texts.map((text) => ({ value: text, way }));
};

const wholeThread = (record: Mapping): Thread =>
  textsOf(find(record, 'content')).map((text) => ({ text, when: whenOf(record) }));

const platformThread = (record: Mapping, platform: string): Thread => {
  const way = ['platforms', platform];
  if (find(record, ...way, 'enabled').value === false) return [];
  const networks = networksOf([platform]);
  return listOf(find(record, ...way, 'posts').value).map((post, index): Queued => {
    const here = [...way, 'posts', index];
    return {
      text: below(here, find(post, 'text')),
      when: whenOf(record),
      media: unnamedPictures(record, [...here, 'media_ids']),
      ...(networks && { networks }),
    };
  });
};

const hasPosts = (platform: unknown): boolean =>
  isMapping(platform) && Array.isArray(platform['posts']);

/** Drafts of both versions of the interface. */
export const TYPEFULLY: Scheduler = {
  name: 'typefully',
  title: 'Typefully',
  because:
    'its drafts have “content” with “schedule-date” or “threadify”, or “platforms” with “posts”',
  isRecord: ({ platforms, ...record }) =>
    (isMapping(platforms) && Object.values(platforms).some(hasPosts)) ||
    ('content' in record && ('schedule-date' in record || 'threadify' in record)),
  threads: (record) => {
    const { platforms } = record;
    if (!isMapping(platforms)) return [wholeThread(record)];
    return Object.keys(platforms).map((platform) => platformThread(record, platform));
  },
};
