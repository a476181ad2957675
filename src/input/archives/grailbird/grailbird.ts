import type { Profile } from '../../../core/archive.ts';
import type { Problem } from '../../../core/problem.ts';
import { once } from '../../../core/once.ts';
import { mappingOf } from '../../../syntax/plain-data.ts';
import { withoutAbsent } from '../../absent.ts';
import type { ArchiveFormat, ArchiveRecord } from '../archive.ts';
import { readAssignment } from '../assignment.ts';
import type { ArchiveFiles } from '../files.ts';
import { listItems } from '../list-records.ts';
import { headOf } from '../networks/text-of.ts';
import { asId, asText } from '../networks/values.ts';
import { createMediaShelf } from '../x/media.ts';
import { createNoteShelf } from '../x/notes.ts';
import { writtenInstant } from '../x/times.ts';
import type { TweetContext } from '../x/tweet.ts';
import { readTweet } from '../x/tweet.ts';
import type { GrailbirdFiles } from './files-of.ts';
import { grailbirdFilesIn } from './files-of.ts';
import { asTweet, ownerOf } from './month.ts';
import { tableRecords } from './table.ts';

const NAME = 'old X archive';
const HEAD = 8192;

interface User {
  readonly id: string | undefined;
  readonly profile: Profile;
  readonly problems: readonly Problem[];
}

const readUser = async (files: ArchiveFiles, { user }: GrailbirdFiles): Promise<User> => {
  if (user === undefined) return { id: undefined, profile: {}, problems: [] };
  const read = await readAssignment(files, user);
  if ('problem' in read) return { id: undefined, profile: {}, problems: [read.problem] };
  const told = mappingOf(read.value);
  const profile = withoutAbsent({
    handle: asText(told['screen_name']),
    displayName: asText(told['full_name']),
    bio: asText(told['bio']),
    location: asText(told['location']),
    createdMs: writtenInstant(told['created_at']),
  });
  return { id: asId(told['id']), profile, problems: [] };
};

async function* monthRecords(
  files: ArchiveFiles,
  path: string,
  context: TweetContext,
): AsyncGenerator<ArchiveRecord> {
  for await (const items of listItems(files, path)) {
    for (const item of items) {
      if (!('value' in item)) {
        yield item;
        continue;
      }
      // Each record names its author; the number beside the name may be none that JavaScript can hold.
      const accountId = context.accountId ?? ownerOf(item.value);
      const read = readTweet(asTweet(item.value), item.place, { ...context, accountId });
      if ('unread' in read) {
        yield read;
        continue;
      }
      for (const problem of read.problems) yield { problem };
      yield { post: read.post };
    }
  }
}

/** The archive that X made until 2019: a file of JavaScript for each month, and a table. */
export const grailbird: ArchiveFormat = {
  name: NAME,
  recognises: async (files, head) => (await grailbirdFilesIn(files, head)) !== undefined,
  read(files) {
    const open = once(async () => {
      const found = await grailbirdFilesIn(files, (path) => headOf(files, path, HEAD));
      if (!found) throw new Error(`${files.name} is no ${NAME}`);
      return { found, user: await readUser(files, found) };
    });
    return {
      async account() {
        const { profile, problems } = (await open()).user;
        return { account: { file: files.name, format: NAME, profile }, problems };
      },
      async *records() {
        const { found, user } = await open();
        const context = {
          accountId: user.id,
          handle: user.profile.handle,
          exportedMs: undefined,
          media: createMediaShelf(files),
          notes: createNoteShelf(),
        };
        for (const month of found.months) yield* monthRecords(files, month, context);
        const isTableBetter = found.months.length === 0 && found.table !== undefined;
        if (isTableBetter) yield* tableRecords(files, found.table, context);
      },
    };
  },
};
