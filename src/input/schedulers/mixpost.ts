import type { Mapping } from '../../syntax/plain-data.ts';
import { isMapping, listOf } from '../../syntax/plain-data.ts';
import { networksOf } from './network.ts';
import type { Queued, Scheduler, Thread, When } from './scheduler.ts';
import {
  below,
  find,
  isFilledList,
  isNothing,
  NOW,
  OPEN,
  pictures,
  whenAt,
  wordless,
} from './scheduler.ts';

/** As the interface writes them and as the database numbers them. */
const DRAFT = new Set<unknown>(['DRAFT', 0, '0']);

/** The interface shows date and time in the zone of the settings; the database keeps UTC. */
const whenOf = (record: Mapping): When => {
  const { value: status } = find(record, 'status');
  if (DRAFT.has(typeof status === 'string' ? status.toUpperCase() : status)) return OPEN;
  if (record['schedule_now'] === true) return NOW;
  const planned = find(record, 'scheduled_at');
  if (!isMapping(planned.value) && !isNothing(planned.value)) return whenAt(planned, 'utc');
  const way = isMapping(planned.value) ? ['scheduled_at'] : [];
  const date = find(record, ...way, 'date');
  const time = find(record, ...way, 'time');
  if (isNothing(date.value)) return OPEN;
  const isWritten = typeof date.value === 'string' && typeof time.value === 'string';
  const value = isWritten ? `${String(date.value)} ${String(time.value)}` : undefined;
  const zone = find(record, 'timezone');
  const written = { value: value ?? date.value, way: date.way };
  return { kind: 'at', time: written, ...(!isNothing(zone.value) && { zone }) };
};

interface Account {
  readonly id: unknown;
  readonly provider: unknown;
  readonly username: unknown;
}

/** What the accounts that post a version have in common. */
type Target = Pick<Queued, 'networks' | 'account'>;

const accountsOf = (record: Mapping): readonly Account[] =>
  listOf(record['accounts']).map((account) => ({
    id: isMapping(account) ? account['id'] : account,
    provider: find(account, 'provider').value,
    username: find(account, 'username').value,
  }));

const targetOf = (accounts: readonly Account[]): Target => {
  const networks = networksOf(accounts.map(({ provider }) => provider));
  const account = accounts.length === 1 ? accounts[0]!.username : undefined;
  return { ...(networks && { networks }), ...(typeof account === 'string' && { account }) };
};

const isOriginal = (account: unknown): boolean => account === 0 || account === '0';

/** By the accounts that versions belong to; account 0 stands for all that have none of their own. */
const createTargets = (record: Mapping, owners: readonly unknown[]) => {
  const accounts = accountsOf(record);
  const own = new Set(owners);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const others = targetOf(accounts.filter(({ id }) => !own.has(id)));
  return (owner: unknown): Target => {
    const account = byId.get(owner);
    if (isOriginal(owner)) return others;
    return targetOf(account ? [account] : []);
  };
};

const PICTURE = { file: ['name', 'url'], alt: ['alt_text', 'alt'] } as const;

const versionThread = (record: Mapping, index: number, target: Target): Thread => {
  const content = find(record, 'versions', index, 'content');
  const items = listOf(content.value);
  if (items.length === 0) return [wordless(content.way)];
  return items.map((item, position): Queued => {
    const way = [...content.way, position];
    return {
      text: below(way, find(item, 'body')),
      when: whenOf(record),
      media: pictures(record, [...way, 'media'], PICTURE),
      ...target,
    };
  });
};

export const MIXPOST: Scheduler = {
  name: 'mixpost',
  title: 'Mixpost',
  because: 'its posts have “versions” with “content”',
  hasMarkup: true,
  isRecord: (record) => {
    const versions = record['versions'];
    return (
      isFilledList(versions) &&
      versions.slice(0, 20).some((version) => isMapping(version) && 'content' in version)
    );
  },
  threads: (record) => {
    const owners = listOf(record['versions']).map((version) => find(version, 'account_id').value);
    const targetsOf = createTargets(record, owners);
    return owners.map((owner, index) => versionThread(record, index, targetsOf(owner)));
  },
};
