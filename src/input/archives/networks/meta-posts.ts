import type { Media } from '../../../core/post.ts';
import type { Mapping } from '../../../syntax/plain-data.ts';
import { mappingOf } from '../../../syntax/plain-data.ts';
import { withoutAbsent } from '../../absent.ts';
import { repaired } from './mojibake.ts';
import { asMappings, asSeconds, asText } from './values.ts';

/** What a record of Facebook’s, Instagram’s or Threads’ says of a post. */
export interface MetaPost {
  readonly text: string;
  readonly atMs: number | undefined;
  readonly media: readonly Media[];
}

const words = (value: unknown): string | undefined => {
  const text = asText(value);
  return text === undefined ? undefined : repaired(text).trim();
};

/** Texts that say something which those before have not said. */
const joined = (texts: readonly (string | undefined)[]): string =>
  texts
    .reduce<readonly string[]>(
      (said, text) =>
        text === undefined || said.some((before) => before.includes(text)) ? said : [...said, text],
      [],
    )
    .join('\n\n');

/** A picture; no alt text was seen in these exports, so that none tells nothing. */
const pictureOf = (media: Mapping): Media => withoutAbsent({ file: words(media['uri']) });

/** More pictures than any of them takes: a record that has them is somebody’s joke. */
const MOST = 1000;

/**
 * A post of a page or a person. Nothing else of it is opened: it holds addresses of computers, people
 * who were tagged and what others wrote.
 */
export const readFacebook = (record: Mapping): MetaPost => {
  const media = asMappings(record['attachments'])
    .flatMap(({ data }) => asMappings(data))
    .map(({ media: one }) => mappingOf(one))
    .filter((one) => 'uri' in one)
    .slice(0, MOST);
  const posts = asMappings(record['data']).slice(0, MOST);
  return {
    // A picture’s description is the post over again, or what stands below it in an album.
    text: joined([
      ...posts.map(({ post }) => words(post)),
      ...media.map(({ description }) => words(description)),
    ]),
    atMs: asSeconds(record['timestamp']),
    media: media.map(pictureOf),
  };
};

/** A post of Instagram or Threads: one picture has the words itself, several have them above them. */
export const readInstagram = (record: Mapping): MetaPost => {
  const inside = asMappings(record['media']).slice(0, MOST);
  const media = inside.length > 0 ? inside : [record];
  return {
    text: joined([words(record['title']), ...media.map(({ title }) => words(title))]),
    atMs: asSeconds(record['creation_timestamp']) ?? asSeconds(media[0]?.['creation_timestamp']),
    // Words alone stand beside a picture without an address.
    media: media.filter(({ uri }) => asText(uri) !== undefined).map(pictureOf),
  };
};
