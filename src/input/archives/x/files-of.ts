import { fileName } from '../../names.ts';
import type { ArchiveFiles } from '../files.ts';

/** What of an X archive is read. Everything else in it, messages above all, is never opened. */
export const KINDS = {
  manifest: /^manifest\.js$/iu,
  account: /^account\.js$/iu,
  profile: /^profile\.js$/iu,
  followers: /^follower(?:-part\d+)?\.js$/iu,
  following: /^following(?:-part\d+)?\.js$/iu,
  apps: /^connected-application(?:-part\d+)?\.js$/iu,
  notes: /^(?:deleted-)?note-tweet(?:-part\d+)?\.js$/iu,
  deleted: /^deleted-tweets?(?:-part\d+)?\.js$/iu,
  community: /^community-tweets?(?:-part\d+)?\.js$/iu,
  tweets: /^tweets?(?:-part\d+)?\.js$/iu,
  likes: /^like(?:-part\d+)?\.js$/iu,
} as const;

export type Kind = keyof typeof KINDS;

/** How a file that stands alone shows its kind, whatever it is called. */
const GLOBALS: readonly (readonly [RegExp, Kind])[] = [
  [/^\s*window\.YTD\.tweets?\.part\d+\s*=/u, 'tweets'],
  [/^\s*window\.YTD\.deleted_tweets?\.part\d+\s*=/u, 'deleted'],
  [/^\s*window\.YTD\.community_tweets?\.part\d+\s*=/u, 'community'],
  [/^\s*window\.YTD\.like\.part\d+\s*=/u, 'likes'],
];

export const kindByHead = (head: string): Kind | undefined =>
  GLOBALS.find(([start]) => start.test(head))?.[1];

/** The files of one X archive that are read, by what they hold. */
export interface XFiles {
  /** Folder of its data, with a slash at the end; empty: the top. */
  readonly base: string;
  readonly by: Readonly<Record<Kind, readonly string[]>>;
  /** Folders of the data of other archives that lie beside or inside it. */
  readonly others: readonly string[];
}

const folderOf = (path: string): string => path.slice(0, path.length - fileName(path).length);

const isRecords = (path: string): boolean =>
  [KINDS.tweets, KINDS.deleted].some((kind) => kind.test(fileName(path)));

const numberOf = (path: string): number => Number(/-part(\d+)\./u.exec(path)?.[1] ?? 0);

/** Folders that hold tweets, the one nearest to the top first; one of several zips may hold none. */
const basesIn = (paths: readonly string[]): readonly string[] => {
  const records = paths.filter(isRecords);
  const manifests = paths.filter((path) => KINDS.manifest.test(fileName(path)));
  const bases = [...new Set((records.length > 0 ? records : manifests).map(folderOf))];
  return bases.sort((a, b) => a.split('/').length - b.split('/').length);
};

/** Finds the files by the ends of their paths: people pack archives again with a folder around them. */
export const xFilesIn = ({ paths }: ArchiveFiles): XFiles | undefined => {
  const [base, ...others] = basesIn(paths);
  if (base === undefined) return undefined;
  const data = paths.filter((path) => folderOf(path) === base);
  const of = (kind: Kind): readonly string[] =>
    data
      .filter((path) => KINDS[kind].test(fileName(path)))
      .sort((a, b) => numberOf(a) - numberOf(b));
  const by = {
    manifest: of('manifest'),
    account: of('account'),
    profile: of('profile'),
    followers: of('followers'),
    following: of('following'),
    apps: of('apps'),
    notes: of('notes'),
    deleted: of('deleted'),
    community: of('community'),
    tweets: of('tweets'),
    likes: of('likes'),
  };
  return { base, by, others };
};

/** A file of tweets or likes that stands alone, whatever it is called. */
export const xFileAlone = (path: string, kind: Kind): XFiles => {
  const none: readonly string[] = [];
  const by = Object.fromEntries(
    Object.keys(KINDS).map((one) => [one, one === kind ? [path] : none]),
  );
  return { base: '', by: by as Record<Kind, readonly string[]>, others: [] };
};
