import type { Origin, Post, PostTime } from '../core/post.ts';
import type { Problem } from '../core/problem.ts';
import { isMapping } from '../syntax/plain-data.ts';
import type { Path, Position } from '../syntax/place.ts';
import { withoutAbsent } from './absent.ts';
import type { Complain, Keys, Strictness } from './keys.ts';
import { readKeys } from './keys.ts';
import { asMedia } from './media.ts';
import { ORIGIN_KEY, POST_KEYS, PUBLISHED_KEY } from './post-keys.ts';
import { asPublished, findOrigin, isPublished } from './published.ts';
import type { Reading } from './reading.ts';
import { unread } from './reading.ts';
import { LONGEST_TEXT, TOO_LONG } from './text-limit.ts';
import type { Reader, ReadValue } from './values.ts';
import { asDeclared, asListOf, asName, asString, readTime } from './values.ts';

const asId = asName('write the id as text or a number');
const asAccount = asString(
  'write the account’s name or handle, or a kind such as “department:science”',
);
const asReplyTo = asName('write whom the post replies to, or leave it out');
const asEvent = asDeclared('write true, or a word that says which event');
const asUrgent = asDeclared('write true, or a word that says what is urgent');
const asSource = asString('write the name of the app as text');
const asAuthor = asString('write the author’s name as text');
const asNetwork = asString('write each network as a word, such as x or facebook');
const asNetworks = asListOf(asNetwork, 'write networks as a list, such as [x, facebook]');
const asThread = asName('write what the posts of one thread share as text or a number');

/** Each problem asks where it stands, which takes as long as the record is. */
const MAX_PROBLEMS = 20;

/** Where other programs keep what we call `text`. */
const TEXT_ELSEWHERE = [
  'message',
  'content',
  'body',
  'post',
  'tweet',
  'full_text',
  'caption',
  'status',
];

/** One record, wherever it comes from. */
export interface PostRecord {
  readonly value: unknown;
  readonly origin: Origin;
  /** Id of a post that has none of its own. */
  readonly defaultId: string;
  /** Time of a post that does not speak of it. */
  readonly defaultTime: PostTime;
  readonly timezone: string;
  readonly strictness: Strictness;
  /** The text of a draft, which stands outside the record. */
  readonly text?: string;
  placeOf(path: Path, what: 'key' | 'value'): Position;
}

/** Ids of one file and the lines of the posts that have them. */
export type SeenIds = Map<string, number>;

const missingText = (value: Mapping): string => {
  const elsewhere = TEXT_ELSEWHERE.find((key) => typeof value[key] === 'string');
  return elsewhere === undefined
    ? 'this post has no text: add “text”'
    : `this post has no text: rename “${elsewhere}” to “text”`;
};

type Mapping = Readonly<Record<string, unknown>>;

/**
 * The text of a record, or of the draft that the record stands on top of. What is out already may have
 * been a picture alone.
 */
const readText = (
  mapping: Mapping,
  draft: string | undefined,
  keys: Keys,
  complain: Complain,
  mayBeEmpty: boolean,
) => {
  const path = [keys.spelling('text')];
  if (draft !== undefined) {
    if (keys.has('text')) {
      complain(path, 'the text of a draft stands below the --- that closes these keys', 'key');
    }
    if (draft.length > LONGEST_TEXT) complain([], TOO_LONG);
    return draft;
  }
  const value = keys.value('text') ?? undefined;
  if (value === undefined) {
    if (!keys.meant.includes('text')) complain([], missingText(mapping));
  } else if (typeof value !== 'string') complain(path, 'write the text of the post in quotes');
  else if (value.trim() === '' && !mayBeEmpty) complain(path, 'this post is empty: write its text');
  else if (value.length > LONGEST_TEXT) complain(path, TOO_LONG);
  else return value;
  return '';
};

/** What a post brings with it that went through an archive; what else bears the same keys is not ours. */
const findArchived = (
  mapping: Mapping,
): { readonly published?: unknown; readonly origin?: Origin } => {
  const published = mapping[PUBLISHED_KEY];
  const origin = findOrigin(mapping[ORIGIN_KEY]);
  return { ...(isPublished(published) && { published }), ...(origin && { origin }) };
};

/** An account may have liked or passed on a post of its own. */
const nameOf = ({ id, published }: Post): string =>
  published === undefined || published.kind === 'own' ? id : `${published.kind} ${id}`;

/** Everything but the id's uniqueness. What was complained of may be missing or empty. */
const readPost = (record: PostRecord, mapping: Mapping, complain: Complain) => {
  const { strictness, timezone, origin } = record;
  const keys = readKeys(mapping, POST_KEYS, [], strictness, complain);
  const reader: Reader = { timezone, strictness, complain, unused: [...keys.unused] };
  const get = <T>(key: string, read: ReadValue<T>): T | undefined => {
    const value = keys.value(key) ?? undefined;
    return value === undefined ? undefined : read(value, [keys.spelling(key)], reader);
  };
  const archived = strictness === 'data' ? findArchived(mapping) : {};
  const published =
    archived.published === undefined
      ? undefined
      : asPublished(archived.published, [PUBLISHED_KEY], reader);
  const post: Post = withoutAbsent({
    id: get('id', asId) ?? record.defaultId,
    text: readText(mapping, record.text, keys, complain, published !== undefined),
    origin: archived.origin ?? origin,
    at: keys.has('at')
      ? readTime(keys.value('at'), [keys.spelling('at')], reader)
      : record.defaultTime,
    media: get('media', asMedia) ?? [],
    account: get('account', asAccount),
    replyTo: get('replyTo', asReplyTo),
    event: get('event', asEvent),
    urgent: get('urgent', asUrgent),
    source: get('source', asSource),
    author: get('author', asAuthor),
    networks: get('networks', asNetworks)?.map((name) => name.toLowerCase()),
    thread: get('thread', asThread),
    published,
  });
  const unusedKeys = reader.unused.filter(
    (key) =>
      !(key === PUBLISHED_KEY && published) &&
      !(key === ORIGIN_KEY && archived.origin !== undefined),
  );
  return { post, unusedKeys, idPath: [keys.spelling('id')] };
};

const asTheyStand = (a: Problem, b: Problem): number =>
  (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);

/** The post that a record describes, or everything that is wrong with it. */
export const readRecord = (record: PostRecord, seen: SeenIds): Reading => {
  const problems: Problem[] = [];
  const complain: Complain = (path, message, what = 'value') => {
    if (problems.length === MAX_PROBLEMS) return;
    problems.push({ file: record.origin.file, ...record.placeOf(path, what), message });
  };
  if (!isMapping(record.value)) {
    const place = record.placeOf([], 'value');
    return unread(record.origin.file, 'a post must have keys, such as text and at', place);
  }
  const { post, unusedKeys, idPath } = readPost(record, record.value, complain);
  const name = nameOf(post);
  const before = seen.get(name);
  if (before === undefined) seen.set(name, record.origin.line);
  else complain(idPath, `the post on line ${before} has the same id: give each its own`);
  const [first, ...others] = problems.sort(asTheyStand);
  return first ? { problems: [first, ...others] } : { post, unusedKeys };
};
