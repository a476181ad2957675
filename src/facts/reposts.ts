import { kindOf } from '../core/post.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import { handles } from './handles.ts';
import { links } from './links.ts';

/** Somebody else’s post, passed on; the span counts the part’s folded text. */
export interface Repost {
  readonly part: Part;
  /** A retweet typed by hand runs from its sign to the end of the text; a quoted post is its link. */
  readonly span: Span;
  /** `modified`: shortened by whoever passes it on (MT). */
  readonly form: 'retweet' | 'modified' | 'quote';
  /** Words of the account’s own stand before it. */
  readonly hasComment: boolean;
}

const SIGN = /(?<![\w@#])(?<sign>RT|MT)[: ]{1,3}$/iu;
/** Long enough for the sign and what stands between it and the handle. */
const BEFORE = 8;
/** The address of one post on X, Bluesky or Mastodon. */
const STATUS =
  /^(?:https?:\/\/)?(?:(?:www|mobile)\.)?(?:(?:twitter|x)\.com\/(?:\w+|i\/web)\/status\/\d+|bsky\.app\/profile\/[^/]+\/post\/\w+|[\w.-]+\/@[\w.@-]+\/\d+)/iu;

const hasWords = (text: string): boolean => /\w/u.test(text);

const typedIn = (document: Document): Repost[] => {
  const part = document.body;
  const { text } = part;
  if (!/[rm]t/iu.test(text)) return [];
  for (const handle of document.facts(handles)) {
    if (handle.part !== part) continue;
    const at = handle.span.start;
    const found = SIGN.exec(text.slice(Math.max(0, at - BEFORE), at));
    if (!found) continue;
    const sign = found.groups!['sign']!;
    const start = at - found[0].length;
    const before = text.slice(0, start);
    if (sign !== sign.toUpperCase() && hasWords(before)) continue;
    const isCopy = handle.isRetweetSource || /^\s*[:"“]/u.test(text.slice(handle.span.end));
    /** `Please RT @name` asks others to. */
    if (!isCopy && hasWords(before)) continue;
    const form = sign.toUpperCase() === 'MT' ? 'modified' : 'retweet';
    return [{ part, span: { start, end: text.length }, form, hasComment: hasWords(before) }];
  }
  return [];
};

const quotedIn = (document: Document): Repost[] =>
  document
    .facts(links)
    .filter(({ part, url }) => part === document.body && STATUS.test(url))
    .map(({ part, span }) => ({
      part,
      span,
      form: 'quote',
      hasComment: hasWords(part.text.slice(0, span.start) + part.text.slice(span.end)),
    }));

/** Posts of others that the post passes on: `RT @name: …`, `MT @name …`, or the link of a post. */
export const reposts: Detector<Repost> = (document) => [
  ...typedIn(document),
  ...quotedIn(document),
];

/** Whether the post says nothing of its own: a plain retweet, or what an archive calls one. */
export const isPlainRepost = (document: Document): boolean =>
  kindOf(document.post) !== 'own' || document.facts(reposts).some(({ hasComment }) => !hasComment);
