import type { ArchiveFormat } from './archive.ts';
import type { ArchiveFiles } from './files.ts';
import { blueskyFeed } from './networks/bluesky-feed.ts';
import { blueskyRepository } from './networks/bluesky-repository.ts';
import { grailbird } from './grailbird/grailbird.ts';
import { mastodon } from './networks/mastodon.ts';
import { meta } from './networks/meta.ts';
import { ownPosts } from './networks/own-posts.ts';
import { headOf } from './networks/text-of.ts';
import { xApi } from './networks/x-api.ts';
import { xArchive } from './x/x-archive.ts';

/** Every kind of archive, the surest to be told from others first. */
const FORMATS: readonly ArchiveFormat[] = [
  xArchive,
  grailbird,
  mastodon,
  blueskyRepository,
  meta,
  blueskyFeed,
  xApi,
  ownPosts,
];

/** Letters in which a file shows what it is. */
const HEAD = 8192;

/** The kind of archive that these files are; undefined: none that is known. */
export const findFormat = async (files: ArchiveFiles): Promise<ArchiveFormat | undefined> => {
  const heads = new Map<string, Promise<string>>();
  const head = (path: string): Promise<string> => {
    const known = heads.get(path) ?? headOf(files, path, HEAD);
    heads.set(path, known);
    return known;
  };
  for (const format of FORMATS) if (await format.recognises(files, head)) return format;
  return undefined;
};
