import type { Media } from '../../../core/post.ts';
import { isMapping, listOf, mappingOf } from '../../../syntax/plain-data.ts';
import type { Mapping } from '../../../syntax/plain-data.ts';
import { fileName } from '../../names.ts';
import type { ArchiveFiles } from '../files.ts';
import { asText } from '../networks/values.ts';

/** Pictures and films that an archive keeps, by what they are called there. */
export interface MediaShelf {
  /** What of a post’s pictures is known; counts those whose file is missing. */
  readonly of: (tweet: Mapping, id: string) => readonly Media[];
  /** Names of files that are missing, and how many there should be. */
  readonly missing: () => { readonly count: number; readonly of: number };
}

const FOLDER = /(?:^|\/)(?:deleted_tweets?|tweets?|community_tweet)_media\/[^/]+$/iu;

/** The last part of an address, without what follows a question mark. */
const baseName = (url: unknown): string | undefined =>
  typeof url === 'string' ? fileName(url.replace(/[?#].*$/su, '')) || undefined : undefined;

/** What a film or a picture may be called, the likeliest first. */
const namesOf = (media: Mapping): readonly string[] => {
  const variants = listOf(mappingOf(media['video_info'])['variants']);
  const films = variants.flatMap((variant) => baseName(mappingOf(variant)['url']) ?? []);
  const photo = baseName(media['media_url_https']) ?? baseName(media['media_url']);
  return [...films, ...(photo === undefined ? [] : [photo])];
};

/** Title and description of a film are words that readers see with it, as they see a picture’s. */
const wordsWith = (media: Mapping): string | undefined => {
  const { title, description } = mappingOf(media['additional_media_info']);
  const words = [asText(title), asText(description)].filter((part) => part !== undefined);
  return words.length > 0 ? words.join('\n') : undefined;
};

/** The true list of a post's pictures; the other one holds the first alone, and calls films photos. */
export const mediaOf = (tweet: Mapping): readonly Mapping[] => {
  const extended = listOf(mappingOf(tweet['extended_entities'])['media']);
  const all = extended.length > 0 ? extended : listOf(mappingOf(tweet['entities'])['media']);
  return all.filter(isMapping);
};

/** `paths` inside the archive; pictures are looked for by name and never opened. */
export const createMediaShelf = ({ paths }: ArchiveFiles): MediaShelf => {
  const files = new Map(
    paths.filter((path) => FOLDER.test(path)).map((path) => [fileName(path), path]),
  );
  let missing = 0;
  let all = 0;
  return {
    of: (tweet, id) =>
      mediaOf(tweet).map((media) => {
        const names = namesOf(media).map((name) => `${id}-${name}`);
        const kept = names.find((name) => files.has(name));
        all += 1;
        if (kept === undefined) missing += 1;
        const file = kept === undefined ? names[0] : files.get(kept);
        const alt = wordsWith(media);
        return { ...(file !== undefined && { file }), ...(alt !== undefined && { alt }) };
      }),
    missing: () => ({ count: missing, of: all }),
  };
};
