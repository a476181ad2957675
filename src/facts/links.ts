import { pattern } from '../core/pattern.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import { twitterEntities } from './twitter-entities.ts';

/** A web address in a part of the post; the span counts the part's folded text. */
export interface Link {
  readonly part: Part;
  readonly span: Span;
  readonly url: string;
}

/**
 * Addresses that X does not link, whole: with a scheme or `www.`, any domain with an account in its
 * path, and `.example`, which stands for any domain: https://www.rfc-editor.org/rfc/rfc2606
 */
const WRITTEN = pattern(
  /(?<![\w@./-])(?:(?:https?:\/\/|www\.)[^\s<>"]+|(?:[a-z\d-]+\.)+(?:example(?![\w@-])(?:[/?#:][^\s<>"]*)?|[a-z]{2,}\/(?:[\w-]+\/)*@[^\s<>"]*))/gi,
);
/** What every one of them holds. */
const MAY_BE_WRITTEN = /:\/\/|www\.|\.example/i;
/** What closes a sentence or a bracket is no part of an address. */
const CLOSING = new Set(`.,;:!?'])}\u2026`);

const writtenIn = (text: string): Span[] => {
  const holdsAccount = text.includes('/') && text.includes('@');
  if (!holdsAccount && !MAY_BE_WRITTEN.test(text)) return [];
  return WRITTEN.matchAll(text).map(({ 0: url, index }) => {
    let { length } = url;
    while (CLOSING.has(url[length - 1]!)) length -= 1;
    return { start: index, end: index + length };
  });
};

/** One span for spans that overlap. */
const merge = (spans: readonly Span[]): Span[] => {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start < last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else merged.push(span);
  }
  return merged;
};

const linksIn = (document: Document, part: Part): Link[] => {
  const linked = document
    .facts(twitterEntities)
    .filter((found) => found.part === part)
    .flatMap(({ urls }) => urls.map(({ start, end }) => ({ start, end })));
  return merge([...writtenIn(part.text), ...linked]).map((span) => ({
    part,
    span,
    url: part.text.slice(span.start, span.end),
  }));
};

/** Links of the text and of the alt texts. */
export const links: Detector<Link> = (document) =>
  document.parts
    .filter(({ name, text }) => !name.endsWith('.file') && /[./]/u.test(text))
    .flatMap((part) => linksIn(document, part));
