import { utf8Of } from '../../../core/utf8.ts';
import type { Mapping } from '../../../syntax/plain-data.ts';
import { mappingOf } from '../../../syntax/plain-data.ts';
import { readUtf8 } from '../../utf8.ts';
import { asMappings, asText } from './values.ts';

interface Link {
  readonly start: number;
  readonly end: number;
  readonly uri: string;
}

/** More links than fit into any post: a record that has them is somebody’s joke. */
const MOST_LINKS = 200;

const linksIn = (facets: unknown): readonly Link[] =>
  asMappings(facets)
    .slice(0, MOST_LINKS)
    .flatMap((facet) => {
      const { byteStart: start, byteEnd: end } = mappingOf(facet['index']);
      const link = asMappings(facet['features']).find(
        ({ $type }) => $type === 'app.bsky.richtext.facet#link',
      );
      const uri = asText(link?.['uri']);
      return typeof start === 'number' && typeof end === 'number' && uri !== undefined
        ? [{ start, end, uri }]
        : [];
    })
    .sort((a, b) => a.start - b.start);

/** A link as programs shorten it: without its scheme, and cut. */
const isShortened = (words: string, uri: string): boolean => {
  const bare = (text: string): string => text.replace(/^https?:\/\/(?:www[.])?/iu, '');
  const beginning = words.replace(/(?:…|[.]{3})$/u, '');
  return beginning !== '' && bare(uri).startsWith(bare(beginning).replace(/^www[.]/u, ''));
};

/** What a reader would have to know of a link: all of it, and the words that hide it. */
const shown = (words: string, uri: string): string =>
  isShortened(words, uri) ? uri : `${words} (${uri})`;

/**
 * The words of a record with its links in full. Facets count bytes of UTF-8; one that would cut a
 * character, or that lies across another, is left alone.
 */
export const wordsWithLinks = (record: Mapping): string => {
  const text = typeof record['text'] === 'string' ? record['text'] : '';
  const links = linksIn(record['facets']);
  if (links.length === 0) return text;
  const bytes = utf8Of(text);
  const cut = (from: number, to: number): string | undefined => {
    const { text: words, badByte } = readUtf8(bytes.subarray(from, to));
    return badByte === undefined ? words : undefined;
  };
  let at = 0;
  let words = '';
  for (const { start, end, uri } of links) {
    if (start < at || end <= start || end > bytes.length) continue;
    const [before, link] = [cut(at, start), cut(start, end)];
    if (before === undefined || link === undefined) continue;
    words += before + shown(link, uri);
    at = end;
  }
  return words + (cut(at, bytes.length) ?? '');
};
