import type { ArchiveAccount, Connection } from '../../../core/archive.ts';
import type { Mapping } from '../../../syntax/plain-data.ts';
import { withoutAbsent } from '../../absent.ts';
import { readUtf8 } from '../../utf8.ts';
import { once } from '../../../core/once.ts';
import type { ArchiveFormat, ArchiveRecord } from '../archive.ts';
import type { ArchiveFiles } from '../files.ts';
import { POST_TYPE, readRecord } from './bluesky-post.ts';
import { fileIn, whyUnread } from './place.ts';
import { NO_POST, postOf, unreadAt } from './post-of.ts';
import { asMappings, asText } from './values.ts';

const repositoriesIn = ({ paths }: ArchiveFiles): readonly string[] =>
  paths.filter((path) => /[.]car$/iu.test(path));

const blocksIn = async function* (files: ArchiveFiles, path: string) {
  // Nobody else has to wait for the libraries.
  const { blocksOf } = await import('./bluesky-blocks.ts');
  yield* blocksOf(files, path, fileIn(files, path));
};

/** What a repository says beside its posts. */
interface Survey {
  readonly did?: string | undefined;
  readonly profile?: Mapping | undefined;
  readonly following: readonly Connection[];
  /** Keys of posts, by the ids of their blocks. */
  readonly keys: ReadonlyMap<string, string>;
}

/** Ten times what any program writes. */
const LONGEST_KEY = 1000;

const sharedLength = (value: unknown): number =>
  typeof value === 'number' && value >= 0 ? value : 0;

/** Keys of a node of the tree, each written as what it does not share with the one before. */
const keysIn = (node: Mapping): readonly (readonly [id: string, key: string])[] => {
  let before = '';
  return asMappings(node['e']).flatMap(({ p, k, v }) => {
    const rest = k instanceof Uint8Array ? readUtf8(k).text : '';
    before = (before.slice(0, sharedLength(p)) + rest).slice(0, LONGEST_KEY);
    const key = before.startsWith(`${POST_TYPE}/`) ? before.slice(POST_TYPE.length + 1) : undefined;
    return typeof v === 'string' && key !== undefined ? [[v, key] as const] : [];
  });
};

const survey = async (files: ArchiveFiles, path: string): Promise<Survey> => {
  const keys = new Map<string, string>();
  const following: Connection[] = [];
  let did: string | undefined;
  let profile: Mapping | undefined;
  for await (const block of blocksIn(files, path)) {
    if (!('value' in block)) continue;
    const { value } = block;
    const type = value['$type'];
    if (type === 'app.bsky.actor.profile') profile = value;
    else if (type === 'app.bsky.graph.follow') {
      const id = asText(value['subject']);
      if (id !== undefined) following.push({ id });
    } else if (type === undefined && 'did' in value && 'rev' in value) did = asText(value['did']);
    else if (type === undefined) for (const [id, key] of keysIn(value)) keys.set(id, key);
  }
  return { did, profile, following, keys };
};

async function* recordsIn(
  files: ArchiveFiles,
  path: string,
  { did, keys }: Survey,
): AsyncGenerator<ArchiveRecord> {
  const file = fileIn(files, path);
  let record = 0;
  for await (const block of blocksIn(files, path)) {
    if ('problem' in block) {
      yield block;
      continue;
    }
    if ('unread' in block) {
      record += 1;
      yield { unread: whyUnread({ file, line: 1, record }, block.unread.message) };
      continue;
    }
    const { id, value } = block;
    if (value['$type'] === 'app.bsky.feed.repost') yield { skipped: 'passed-on' };
    if (value['$type'] !== POST_TYPE) continue;
    record += 1;
    const place = { file, line: 1, record };
    const key = keys.get(id);
    const told = readRecord(value, { id: key ?? id, did, key, name: did });
    if (told) yield* postOf(told, place);
    else yield unreadAt(place, NO_POST);
  }
}

/** Its handle stands elsewhere: a repository knows its account by a number alone. */
const accountOf = (file: string, { profile, following }: Survey): ArchiveAccount => ({
  file,
  format: blueskyRepository.name,
  profile: withoutAbsent({
    displayName: asText(profile?.['displayName']),
    bio: asText(profile?.['description']),
  }),
  following,
});

const NOTHING: Survey = { following: [], keys: new Map() };

/** What `com.atproto.sync.getRepo` gives: all records of an account, without its pictures. */
export const blueskyRepository: ArchiveFormat = {
  name: 'Bluesky repository',
  recognises: (files) => Promise.resolve(repositoriesIn(files).length > 0),
  read: (files) => {
    const paths = repositoriesIn(files);
    const surveys = new Map(paths.map((path) => [path, once(() => survey(files, path))]));
    const surveyOf = async (path: string): Promise<Survey> =>
      (await surveys.get(path)?.()) ?? NOTHING;
    return {
      account: async () => ({
        account: accountOf(files.name, await surveyOf(paths[0]!)),
        problems: [],
      }),
      async *records() {
        for (const path of paths) yield* recordsIn(files, path, await surveyOf(path));
      },
    };
  },
};
