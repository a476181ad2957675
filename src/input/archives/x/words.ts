import { listOf, mappingOf } from '../../../syntax/plain-data.ts';
import { unescaped } from '../networks/x-words.ts';

/** A stretch of a text, in UTF-16 units, and what readers see in its place. */
interface Swap {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** A link as a record tells of it: where it stands in code points, and what stands there. */
interface Link {
  readonly from: number;
  readonly short: string;
  /** Empty: it leads to the post's own pictures. */
  readonly long: string;
}

/** More than any post can hold. */
const MOST_LINKS = 1000;

const linkOf = (entity: unknown, isMedia: boolean): Link | undefined => {
  const { url, expanded_url: long, indices } = mappingOf(entity);
  if (typeof url !== 'string' || url === '') return undefined;
  if (!isMedia && typeof long !== 'string') return undefined;
  const from = Number(listOf(indices)[0]);
  return { from, short: url, long: isMedia ? '' : (long as string) };
};

/** UTF-16 offset of a code point; texts without an emoji need no counting. */
const createOffsets = (text: string): ((codePoint: number) => number) => {
  if (!/[\u{10000}-\u{10ffff}]/u.test(text)) return (codePoint) => codePoint;
  let at = 0;
  let count = 0;
  return (codePoint) => {
    if (codePoint < count) [at, count] = [0, 0];
    while (count < codePoint && at < text.length) {
      at += text.codePointAt(at)! > 0xffff ? 2 : 1;
      count += 1;
    }
    return at;
  };
};

/** Where links stand: as their record says, or where they are met where it is wrong. */
const swapsIn = (text: string, links: readonly Link[]): readonly Swap[] => {
  const offsetOf = createOffsets(text);
  const swaps: Swap[] = [];
  let behind = 0;
  for (const { from, short, long } of [...links].sort((a, b) => a.from - b.from)) {
    const told = offsetOf(from);
    const at = text.startsWith(short, told) ? told : text.indexOf(short, behind);
    if (at < behind) continue;
    behind = at + short.length;
    swaps.push({ start: at, end: behind, by: long });
  }
  return swaps;
};

/**
 * A text as its readers see it: links lead where they lead instead of to X's shortener, those that
 * stand for the post's own pictures are gone, and `&amp;` is `&`. What indices count are code points
 * of the text before that.
 */
const withLinks = (text: string, links: readonly Link[], decode: (words: string) => string) => {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, by } of swapsIn(text, links)) {
    const before = decode(text.slice(at, start));
    parts.push(by === '' ? before.trimEnd() : before, by);
    at = end;
  }
  parts.push(decode(text.slice(at)));
  return parts.join('');
};

const asLinks = (entities: unknown, isMedia: boolean): readonly Link[] =>
  listOf(entities)
    .slice(0, MOST_LINKS)
    .flatMap((entity) => linkOf(entity, isMedia) ?? []);

/** The words of a tweet. */
export const wordsOf = (text: string, entities: unknown, media: readonly unknown[]): string => {
  const { urls } = mappingOf(entities);
  const hasLinks = media.length > 0 || listOf(urls).length > 0;
  if (!hasLinks) return unescaped(text);
  // Several pictures share one link.
  const [picture] = asLinks(media, true);
  return withLinks(text, [...asLinks(urls, false), ...(picture ? [picture] : [])], unescaped);
};

/** The words of a long post, whose links are told in other words and which nobody escaped. */
export const noteWords = (text: string, urls: unknown): string => {
  const links = listOf(urls)
    .slice(0, MOST_LINKS)
    .map(mappingOf)
    .flatMap(({ shortUrl: short, expandedUrl: long, fromIndex }): Link[] =>
      typeof short === 'string' && short !== '' && typeof long === 'string'
        ? [{ from: Number(fromIndex), short, long }]
        : [],
    );
  return links.length === 0 ? text : withLinks(text, links, (words) => words);
};

const PASSED_ON = /^(?:RT|MT)\s{1,9}@(\w{1,30})(?::\s{0,9}|\s{1,9})/iu;

/**
 * Whose words somebody passed on, by X's button or by hand, and those words; undefined where words of
 * one's own stand before them: the post is one's own then.
 */
export const passedOn = (
  text: string,
): { readonly by: string; readonly words: string; readonly isCut: boolean } | undefined => {
  const found = PASSED_ON.exec(text);
  if (!found) return undefined;
  const words = text.slice(found[0].length);
  return { by: found[1]!, words, isCut: /…(?:\s+https?:\/\/t\.co\/\w+)?\s*$/u.test(words) };
};
