import type { Mapping } from '../../../syntax/plain-data.ts';
import { isMapping } from '../../../syntax/plain-data.ts';
import { fileName } from '../../names.ts';
import type { ArchiveFormat, ArchiveRecord } from '../archive.ts';
import type { ArchiveFiles } from '../files.ts';
import { listItems } from '../list-records.ts';
import { isList, readJsonList } from './json-values.ts';
import type { MetaPost } from './meta-posts.ts';
import { readFacebook, readInstagram } from './meta-posts.ts';
import type { Place } from './place.ts';
import { fileIn } from './place.ts';
import { NO_POST, postOf, unreadAt } from './post-of.ts';

/** The files of one network that hold posts, and how each of their records is read. */
interface Kind {
  readonly network: 'Facebook' | 'Instagram' | 'Threads';
  readonly names: RegExp;
  /** What every such file begins with: other programs have files of these names too. */
  readonly head: RegExp;
  /** The key under which the records stand; absent: the file is a list. */
  readonly list?: string;
  readonly read: (record: Mapping) => MetaPost;
}

const CREATED = /"creation_timestamp"\s*:/u;

const KINDS: readonly Kind[] = [
  {
    network: 'Facebook',
    names: /^(?:profile_posts|your_posts(?:__check_ins__photos_and_videos)?)(?:_\d+)?[.]json$/u,
    head: /"timestamp"\s*:/u,
    read: readFacebook,
  },
  { network: 'Instagram', names: /^posts_\d+[.]json$/u, head: CREATED, read: readInstagram },
  {
    network: 'Threads',
    names: /^threads_and_replies[.]json$/u,
    head: CREATED,
    list: 'text_post_app_text_posts',
    read: readInstagram,
  },
];

const kindOf = (path: string): Kind | undefined =>
  KINDS.find(({ names }) => names.test(fileName(path)));

const postFiles = ({ paths }: ArchiveFiles): readonly (readonly [path: string, kind: Kind])[] =>
  paths.flatMap((path) => {
    const kind = kindOf(path);
    return kind ? [[path, kind] as const] : [];
  });

/** What the ids of a file’s posts begin with, since none of these networks gives any. */
const idsOf = (files: ArchiveFiles, path: string): string => {
  const name = fileName(path);
  const isOnly = postFiles(files).every(([other]) => other === path || fileName(other) !== name);
  return isOnly ? name : path;
};

function* recordOf(
  value: unknown,
  kind: Kind,
  ids: string,
  place: Place,
): Generator<ArchiveRecord> {
  if (!isMapping(value)) return yield unreadAt(place, NO_POST);
  const { text, atMs, media } = kind.read(value);
  if (text === '' && media.length === 0) return yield { skipped: 'unlike' };
  const id = `${ids}#${place.record}`;
  const networks = [kind.network.toLowerCase()];
  yield* postOf({ id, text, atMs, media, networks, published: { kind: 'own' } }, place);
}

const NO_LIST = 'this file holds no list of posts';

async function* recordsIn(
  files: ArchiveFiles,
  path: string,
  kind: Kind,
): AsyncGenerator<ArchiveRecord> {
  const file = fileIn(files, path);
  const ids = idsOf(files, path);
  if (await isList(files, path)) {
    for await (const items of listItems(files, path)) {
      for (const item of items) {
        if ('value' in item) yield* recordOf(item.value, kind, ids, item.place);
        else yield item;
      }
    }
    return;
  }
  const way = kind.list === undefined ? [] : [kind.list];
  const list = await readJsonList(files, path, () => way);
  // A list of one may be written without its brackets.
  const isAlone = kind.list === undefined && isMapping(list.value);
  for (const [index, item] of (isAlone ? [list.value] : list.items).entries()) {
    const damage = list.damageOf(index);
    if (damage) yield { unread: damage };
    else yield* recordOf(item, kind, ids, { file, line: list.lineOf(index), record: index + 1 });
  }
  if (list.problem) yield { problem: list.problem };
  else if (!isAlone && !list.isList) yield { problem: { file, message: NO_LIST } };
}

const namesIn = (files: ArchiveFiles): string =>
  [...new Set(postFiles(files).map(([, { network }]) => network))].join(' and ');

/** What Facebook, Instagram and Threads let an account download, as JSON. */
export const meta: ArchiveFormat = {
  name: 'Facebook, Instagram or Threads archive',
  async recognises(files, head) {
    for (const [path, kind] of postFiles(files)) if (kind.head.test(await head(path))) return true;
    return false;
  },
  read: (files) => ({
    account: () =>
      Promise.resolve({
        account: { file: files.name, format: `${namesIn(files)} archive`, profile: {} },
        problems: [],
      }),
    async *records() {
      for (const [path, kind] of postFiles(files)) yield* recordsIn(files, path, kind);
    },
  }),
};
