import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { PEOPLE_FILE, kindOf } from './kind-of.ts';
import type { Kind } from './kind-of.ts';

/** What stands in a folder that `init` can make use of. Files are named from it, with slashes. */
export interface Seen {
  readonly queues: readonly { readonly file: string; readonly format?: string }[];
  /** Wildcards for folders of drafts: `drafts/*.txt`. */
  readonly drafts: readonly string[];
  readonly calendars: readonly string[];
  readonly people?: string;
  /** Built by `roster build`. */
  readonly roster?: string;
  /** Lists with pupils’ names in the clear. */
  readonly pupilLists: readonly string[];
  /** Policies of the school’s own. */
  readonly policies: readonly string[];
  readonly isRepository: boolean;
  readonly hasGithub: boolean;
  readonly hasGitlab: boolean;
  readonly hasPreCommit: boolean;
}

/** Folders of programs, not of people. */
const PASSED = /^(?:\.|node_modules$|dist$|vendor$)/u;
/** As many names as somebody could mean. */
const MOST_FILES = 500;
/** Longer files are judged by their names alone. */
const MOST_BYTES = 5_000_000;

const entriesIn = (folder: string) => {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !PASSED.test(name));
  } catch {
    // What may not be listed is not ours to set up.
    return [];
  }
};

const byName = (one: string, other: string): number => (one < other ? -1 : 1);

/** Files of a folder and of the folders in it. */
const filesIn = (folder: string): readonly string[] => {
  const entries = entriesIn(folder);
  const own = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const below = entries
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      entriesIn(path.join(folder, name))
        .filter((entry) => entry.isFile())
        .map((entry) => `${name}/${entry.name}`),
    );
  return [...own.sort(byName), ...below.sort(byName)].slice(0, MOST_FILES);
};

const contentOf = (file: string): Uint8Array | undefined => {
  try {
    return statSync(file).size > MOST_BYTES ? undefined : readFileSync(file);
  } catch {
    return undefined;
  }
};

/** The nearest folder upward that is a repository: its root is where CI looks for its files. */
export const isInRepository = (folder: string): boolean => {
  if (existsSync(path.join(folder, '.git'))) return true;
  const above = path.dirname(folder);
  return above !== folder && isInRepository(above);
};

/** Looks at a folder and at the folders in it. */
export const look = async (folder: string): Promise<Seen> => {
  const kinds: { readonly file: string; readonly kind: Kind }[] = [];
  for (const file of filesIn(folder)) {
    const kind = await kindOf(file, contentOf(path.join(folder, file)));
    if (kind) kinds.push({ file, kind });
  }
  const named = (is: Kind['is']): readonly string[] =>
    kinds.filter(({ kind }) => kind.is === is).map(({ file }) => file);
  const isThere = (name: string): boolean => existsSync(path.join(folder, name));
  const people = named('people').find((file) => PEOPLE_FILE.test(file));
  const [roster] = named('roster');
  const drafts = named('draft').map((file) => `${path.posix.dirname(file)}/*${path.extname(file)}`);
  return {
    queues: kinds.flatMap(({ file, kind }) =>
      kind.is === 'queue'
        ? [{ file, ...(kind.format !== undefined && { format: kind.format }) }]
        : [],
    ),
    drafts: [...new Set(drafts)],
    calendars: named('calendar'),
    ...(people !== undefined && { people }),
    ...(roster !== undefined && { roster }),
    pupilLists: named('pupils'),
    policies: named('policy'),
    isRepository: isInRepository(folder),
    hasGithub: isThere('.github'),
    hasGitlab: isThere('.gitlab-ci.yml'),
    hasPreCommit: isThere('.pre-commit-config.yaml'),
  };
};
