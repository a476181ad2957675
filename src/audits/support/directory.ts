import type { Connection } from '../../core/archive.ts';
import { bareHandle } from '../../core/handle.ts';
import type { DirectoryEntry, HandleGroup, School } from '../../core/school.ts';
import { HANDLE_GROUPS } from '../../core/school.ts';

/** What the school knows of an account that follows or is followed. */
export interface KnownAccount {
  /** How a report may call it: never by the handle of a child. */
  readonly label: string;
  readonly handle?: string;
  readonly entry?: DirectoryEntry;
  readonly groups: ReadonlySet<HandleGroup>;
  /** One of the school’s own, or of those that it has approved. */
  readonly isApproved: boolean;
}

export interface Directory {
  find(connection: Connection): KnownAccount;
  /** Groups of which the school has told at least one account. */
  readonly told: ReadonlySet<HandleGroup>;
}

const CHILDREN: readonly HandleGroup[] = ['pupils', 'leavers'];

/** Longer than a handle of any network. */
const MOST_LETTERS = 80;

const labelOf = (
  { id, handle }: { readonly id?: string; readonly handle?: string },
  isChild: boolean,
): string => {
  if (isChild || handle === undefined) {
    if (id !== undefined && id !== '') return `the account with id ${id}`;
    return `an account whose handle begins with ${[...(handle ?? '')].slice(0, 2).join('')}…`;
  }
  return `@${handle.slice(0, MOST_LETTERS)}`;
};

const made = new WeakMap<School, Directory>();

const create = (school: School): Directory => {
  const byId = new Map<string, DirectoryEntry>();
  const byHandle = new Map<string, DirectoryEntry>();
  for (const entry of school.directory ?? []) {
    if (entry.id !== undefined) byId.set(entry.id, entry);
    if (entry.handle !== undefined) byHandle.set(bareHandle(entry.handle), entry);
  }
  const groupsByHandle = new Map<string, Set<HandleGroup>>();
  const told = new Set<HandleGroup>();
  for (const group of HANDLE_GROUPS) {
    const listed = school.handles[group];
    if (!listed) continue;
    told.add(group);
    for (const handle of listed) {
      const bare = bareHandle(handle);
      groupsByHandle.set(bare, (groupsByHandle.get(bare) ?? new Set()).add(group));
    }
  }
  for (const { group } of school.directory ?? []) if (group) told.add(group);
  const approved = new Set(
    [
      ...school.allowedHandles,
      ...school.accounts.flatMap(({ handle }) => (handle === undefined ? [] : [handle])),
    ].map(bareHandle),
  );
  return {
    told,
    find(connection) {
      const { id } = connection;
      const entry =
        byId.get(id) ??
        (connection.handle === undefined ? undefined : byHandle.get(bareHandle(connection.handle)));
      const handle = connection.handle ?? entry?.handle;
      const bare = handle === undefined ? undefined : bareHandle(handle);
      const groups = new Set(bare === undefined ? [] : groupsByHandle.get(bare));
      if (entry?.group) groups.add(entry.group);
      const isChild = CHILDREN.some((group) => groups.has(group));
      return {
        label: labelOf({ id, ...(handle !== undefined && { handle }) }, isChild),
        ...(handle !== undefined && { handle }),
        ...(entry && { entry }),
        groups,
        isApproved: bare !== undefined && approved.has(bare),
      };
    },
  };
};

/** All that the school has told of other accounts, made ready to be asked once for all audits. */
export const directoryOf = (school: School): Directory => {
  const before = made.get(school);
  if (before) return before;
  const directory = create(school);
  made.set(school, directory);
  return directory;
};

/** What somebody says of an account: its name, bio and website. */
export const profileText = ({ name, bio, website }: DirectoryEntry): string =>
  [name, bio, website].filter((one) => one !== undefined).join('\n');
