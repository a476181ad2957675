import type { Mapping } from '../../syntax/plain-data.ts';
import { isMapping, listOf } from '../../syntax/plain-data.ts';
import { networksOf } from './network.ts';
import type { Queued, QueuedPicture, Scheduler, When } from './scheduler.ts';
import { find, isNothing, OPEN, pictures, whenAt } from './scheduler.ts';

const whenOf = (record: Mapping): When => {
  if (record['draft'] === true) return OPEN;
  const zone = find(record, 'publicationDate', 'timezone');
  const time = find(record, 'publicationDate', 'dateTime');
  return whenAt(time, isNothing(zone.value) ? undefined : zone);
};

/** Alt texts stand in a list of their own, in the order of the pictures. */
const mediaOf = (record: Mapping): readonly QueuedPicture[] => {
  const media = pictures(record, ['media'], { file: ['url', 'path'], alt: ['altText', 'alt'] });
  return media.map((picture) => {
    const index = picture.way.at(-1)!;
    const alt = find(record, 'mediaAltText', index);
    return isNothing(alt.value) ? picture : { ...picture, alt };
  });
};

export const METRICOOL: Scheduler = {
  name: 'metricool-json',
  title: 'Metricool',
  because: 'its posts have a “publicationDate” with “dateTime”',
  isRecord: ({ publicationDate, ...record }) =>
    isMapping(publicationDate) &&
    'dateTime' in publicationDate &&
    ('text' in record || 'providers' in record),
  threads: (record) => {
    const providers = listOf(record['providers']);
    const networks = networksOf(providers.map((provider) => find(provider, 'network').value));
    const shared = { when: whenOf(record), ...(networks && { networks }) };
    const post: Queued = { text: find(record, 'text'), media: mediaOf(record), ...shared };
    const comment = find(record, 'firstCommentText');
    return [isNothing(comment.value) ? [post] : [post, { text: comment, ...shared }]];
  },
};
