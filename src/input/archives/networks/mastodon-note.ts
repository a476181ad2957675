import type { Media } from '../../../core/post.ts';
import type { Mapping } from '../../../syntax/plain-data.ts';
import { isMapping, mappingOf } from '../../../syntax/plain-data.ts';
import { withoutAbsent } from '../../absent.ts';
import { toPlainText } from '../../schedulers/plain-text.ts';
import type { Audience } from './mastodon-audience.ts';
import type { Told } from './post-of.ts';
import { mastodonIdMs } from './snowflake.ts';
import { asInstant, asMappings, asText } from './values.ts';

/** Of the account whose archive it is, as far as the archive says. */
export interface Actor {
  /** `https://school.example/users/oakfield` */
  readonly url?: string | undefined;
}

const NETWORKS = ['mastodon'];

const STATUS = /^(https?:\/\/[^/]+(?:\/ap)?\/users\/[^/]+)\/statuses\/(\w+)$/u;

const ANYBODY = /^https?:\/\/([^/]+)\/(?:users\/|@)([^/@]+)\//u;

/** An id is a number on the account’s own server; elsewhere only its address is one of its kind. */
const idOf = (url: string, actor: Actor): string => {
  const [, owner, number] = STATUS.exec(url) ?? [];
  return owner !== undefined && owner === actor.url ? number! : url;
};

/** Paragraphs stand a blank line apart, as they were typed. */
const plain = (html: string): string => toPlainText(html.replaceAll('</p><p>', '</p><p></p><p>'));

const contentOf = (note: Mapping): string | undefined => {
  const html = note['content'];
  if (typeof html === 'string') return html;
  return Object.values(mappingOf(note['contentMap'])).find((value) => typeof value === 'string');
};

const choicesIn = (note: Mapping): readonly string[] =>
  [...asMappings(note['oneOf']), ...asMappings(note['anyOf'])].flatMap(
    ({ name }) => asText(name) ?? [],
  );

/** Content warning, words, choices of a poll: all that a reader sees. */
const wordsOf = (note: Mapping, html: string): string => {
  const summary = asText(note['summary']);
  const warning = summary === undefined ? [] : [`${plain(summary)}\n`];
  return [...warning, plain(html), ...choicesIn(note)].join('\n').trim();
};

const mediaOf = (note: Mapping): readonly Media[] =>
  asMappings(note['attachment']).map(({ url, name }) =>
    withoutAbsent({ file: asText(url)?.replace(/^\//u, ''), alt: asText(name) }),
  );

const lastPart = (address: string): string =>
  address.slice(address.lastIndexOf('/') + 1).replace(/^@/u, '');

/** The person whose post is answered: the one mentioned whose address is in that post’s. */
const answeredHandle = (note: Mapping, inReplyTo: string): string | undefined => {
  const people = asMappings(note['tag']).flatMap(({ type, href, name }) => {
    const [address, handle] = [asText(href), asText(name)];
    return type === 'Mention' && address !== undefined && handle !== undefined
      ? [{ address, handle: handle.replace(/^@/u, '') }]
      : [];
  });
  const named = people.find(
    ({ address }) =>
      inReplyTo.startsWith(`${address}/`) ||
      inReplyTo.includes(`/@${lastPart(address)}/`) ||
      inReplyTo.includes(`/users/${lastPart(address)}/`),
  );
  if (named) return named.handle;
  const [, host, name] = ANYBODY.exec(inReplyTo) ?? [];
  return host === undefined ? undefined : `${name!}@${host}`;
};

const answerOf = (note: Mapping, actor: Actor, atMs: number | undefined) => {
  const inReplyTo = asText(note['inReplyTo']);
  if (inReplyTo === undefined) return { replyTo: undefined, answer: {} };
  const [, owner, number] = STATUS.exec(inReplyTo) ?? [];
  const isOwn = owner !== undefined && owner === actor.url;
  const wroteMs = mastodonIdMs(number);
  // Other programs have ids that look alike and hold another time.
  const answeredMs =
    wroteMs !== undefined && atMs !== undefined && wroteMs <= atMs ? wroteMs : undefined;
  return {
    replyTo: isOwn ? undefined : answeredHandle(note, inReplyTo),
    answer: {
      replyToId: idOf(inReplyTo, actor),
      answeredMs,
      continuesOwn: isOwn ? (true as const) : undefined,
    },
  };
};

/** A note or a question that the account wrote; undefined: it holds no words, not even none. */
export const readNote = (
  note: Mapping,
  actor: Actor,
  audience: Exclude<Audience, 'direct'>,
): Told | undefined => {
  const url = asText(note['id']);
  const html = contentOf(note);
  if (url === undefined || html === undefined) return undefined;
  const atMs = asInstant(note['published']);
  const { replyTo, answer } = answerOf(note, actor, atMs);
  return {
    id: idOf(url, actor),
    text: wordsOf(note, html),
    atMs,
    media: mediaOf(note),
    replyTo,
    networks: NETWORKS,
    published: { kind: 'own', url: asText(note['url']) ?? url, ...answer, visibility: audience },
  };
};

/** Somebody’s post that was passed on with its words; most archives keep its address alone. */
export const readBoosted = (activity: Mapping): Told | undefined => {
  const original = activity['object'];
  const url = asText(activity['id']);
  if (!isMapping(original) || url === undefined) return undefined;
  const html = contentOf(original);
  if (html === undefined) return undefined;
  const author = asText(original['attributedTo']);
  return {
    id: url,
    text: wordsOf(original, html),
    atMs: asInstant(activity['published']),
    media: mediaOf(original),
    networks: NETWORKS,
    published: {
      kind: 'repost',
      by: author === undefined ? undefined : lastPart(author),
      url: asText(original['url']) ?? asText(original['id']),
    },
  };
};
