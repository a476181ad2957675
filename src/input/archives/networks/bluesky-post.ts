import type { Media } from '../../../core/post.ts';
import type { Mapping } from '../../../syntax/plain-data.ts';
import { mappingOf } from '../../../syntax/plain-data.ts';
import { withoutAbsent } from '../../absent.ts';
import { wordsWithLinks } from './bluesky-words.ts';
import type { Told } from './post-of.ts';
import { tidMs } from './snowflake.ts';
import { asInstant, asMappings, asText } from './values.ts';

export const POST_TYPE = 'app.bsky.feed.post';

/** `at://did:plc:abc/app.bsky.feed.post/3kabc`, in its parts. */
export const partsOf = (
  uri: unknown,
): { readonly did: string; readonly key: string } | undefined => {
  const [, did, key] =
    (typeof uri === 'string' && /^at:\/\/([^/]+)\/app[.]bsky[.]feed[.]post\/([^/]+)$/u.exec(uri)) ||
    [];
  return did !== undefined && key !== undefined ? { did, key } : undefined;
};

/** What is known of a record beside itself. */
export interface Beside {
  readonly id: string;
  /** Of the account; undefined: nobody says. */
  readonly did: string | undefined;
  readonly key: string | undefined;
  /** Handle, or what stands for it in addresses. */
  readonly name: string | undefined;
  /** Handle of whoever wrote the post that is answered. */
  readonly answered?: string | undefined;
  /** Addresses of the pictures, in their order. */
  readonly pictures?: readonly (string | undefined)[];
  /** When the network first saw it. */
  readonly seenMs?: number | undefined;
}

/** The part of an embed that is no other post. */
const partOf = (embed: Mapping): Mapping =>
  embed['media'] === undefined ? embed : mappingOf(embed['media']);

const mediaOf = (record: Mapping, pictures: Beside['pictures'] = []): readonly Media[] => {
  const part = partOf(mappingOf(record['embed']));
  const shown = part['video'] === undefined ? asMappings(part['images']) : [part];
  return shown.map(({ alt }, index) => withoutAbsent({ file: pictures[index], alt: asText(alt) }));
};

/** A link that stands below the words as a card: programs let its letters be deleted. */
const cardOf = (record: Mapping, text: string): readonly string[] => {
  const uri = asText(mappingOf(partOf(mappingOf(record['embed']))['external'])['uri']);
  return uri === undefined || text.includes(uri) ? [] : [uri];
};

/** The words of a record as a reader sees them. */
const wordsOf = (record: Mapping): string => {
  const text = wordsWithLinks(record);
  return [text, ...cardOf(record, text)].filter((part) => part !== '').join('\n');
};

const answerOf = (record: Mapping, { did, answered }: Beside) => {
  const parent = mappingOf(mappingOf(record['reply'])['parent']);
  const uri = asText(parent['uri']);
  if (uri === undefined) return { replyTo: undefined, answer: {} };
  const parts = partsOf(uri);
  const isOwn = parts !== undefined && parts.did === did;
  return {
    replyTo: isOwn ? undefined : (answered ?? parts?.did),
    answer: {
      replyToId: isOwn ? parts.key : uri,
      answeredMs: tidMs(parts?.key),
      continuesOwn: isOwn ? (true as const) : undefined,
    },
  };
};

/** A record of a post; undefined: it is none. */
export const readRecord = (record: Mapping, beside: Beside): Told | undefined => {
  if (typeof record['text'] !== 'string') return undefined;
  const { replyTo, answer } = answerOf(record, beside);
  const { id, key, name, pictures, seenMs } = beside;
  return {
    id,
    text: wordsOf(record),
    atMs: asInstant(record['createdAt']) ?? seenMs ?? tidMs(key),
    media: mediaOf(record, pictures),
    replyTo,
    networks: ['bluesky'],
    published: {
      kind: 'own',
      url:
        name === undefined || key === undefined
          ? undefined
          : `https://bsky.app/profile/${name}/post/${key}`,
      ...answer,
      visibility: 'public',
    },
  };
};
