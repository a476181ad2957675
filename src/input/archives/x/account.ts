import type { ArchiveAccount, ConnectedApp, Connection, Profile } from '../../../core/archive.ts';
import type { Problem } from '../../../core/problem.ts';
import type { Mapping } from '../../../syntax/plain-data.ts';
import { mappingOf, listOf } from '../../../syntax/plain-data.ts';
import { withoutAbsent } from '../../absent.ts';
import { listItems } from '../list-records.ts';
import type { ArchiveFiles } from '../files.ts';
import { fileIn } from '../networks/place.ts';
import { asInstant, asText } from '../networks/values.ts';
import type { XFiles } from './files-of.ts';
import type { Manifest } from './manifest.ts';

export interface AccountRead {
  readonly account: ArchiveAccount;
  /** Number of the account: answers to it go on with its own posts. */
  readonly id: string | undefined;
  readonly problems: readonly Problem[];
}

/** What the records of some files hold under a key. */
const recordsIn = async (
  files: ArchiveFiles,
  paths: readonly string[],
  key: string,
  problems: Problem[],
): Promise<readonly Mapping[]> => {
  const found: Mapping[] = [];
  for (const path of paths) {
    for await (const items of listItems(files, path)) {
      for (const item of items) {
        if ('value' in item) found.push(mappingOf(mappingOf(item.value)[key]));
        else problems.push('unread' in item ? item.unread : item.problem);
      }
    }
  }
  return found;
};

const nameless = (count: number, of: number): string =>
  `${count} of ${of} records here ${count === 1 ? 'names' : 'name'} no account and ${count === 1 ? 'was' : 'were'} left out`;

const asConnections = (records: readonly Mapping[]): readonly Connection[] =>
  records.flatMap(({ accountId }) => {
    const id = asText(accountId);
    return id === undefined ? [] : [{ id }];
  });

const asApp = (app: Mapping): ConnectedApp | undefined => {
  const name = asText(app['name']);
  if (name === undefined) return undefined;
  const permissions = listOf(app['permissions']).filter((one) => typeof one === 'string');
  const approvedMs = asInstant(app['approvedAt']);
  return { name, permissions, ...(approvedMs !== undefined && { approvedMs }) };
};

/** What an X archive says of its account; the e-mail address that stands beside it is passed over. */
export const readAccount = async (
  files: ArchiveFiles,
  { by }: XFiles,
  manifest: Manifest,
  format: string,
): Promise<AccountRead> => {
  const problems: Problem[] = [...manifest.problems];
  const read = (paths: readonly string[], key: string): Promise<readonly Mapping[]> =>
    recordsIn(files, paths, key, problems);
  const [own = {}] = await read(by.account, 'account');
  const [shown = {}] = await read(by.profile, 'profile');
  const description = mappingOf(shown['description']);
  const profile: Profile = withoutAbsent({
    handle: asText(own['username']) ?? manifest.handle,
    displayName: asText(own['accountDisplayName']) ?? manifest.displayName,
    bio: asText(description['bio']),
    website: asText(description['website']),
    location: asText(description['location']),
    createdMs: asInstant(own['createdAt']),
  });
  const readConnections = async (paths: readonly string[], key: string) => {
    const records = await read(paths, key);
    const connections = asConnections(records);
    const missing = records.length - connections.length;
    if (missing > 0 && paths[0] !== undefined) {
      problems.push({ file: fileIn(files, paths[0]), message: nameless(missing, records.length) });
    }
    return connections;
  };
  const followers = await readConnections(by.followers, 'follower');
  const following = await readConnections(by.following, 'following');
  const apps = (await read(by.apps, 'connectedApplication')).flatMap((app) => asApp(app) ?? []);
  return {
    id: asText(own['accountId']) ?? manifest.accountId,
    account: withoutAbsent({
      file: files.name,
      format,
      profile,
      followers: by.followers.length > 0 ? followers : undefined,
      following: by.following.length > 0 ? following : undefined,
      apps: by.apps.length > 0 ? apps : undefined,
      exportedMs: manifest.exportedMs,
      isPartial: manifest.isPartial ? (true as const) : undefined,
    }),
    problems,
  };
};
