import type { ArchiveAccount, SkipReason } from '../../core/archive.ts';
import type { Post } from '../../core/post.ts';
import type { Notice, Problem } from '../../core/problem.ts';
import type { ArchiveFiles } from './files.ts';

/**
 * One record of an archive: a post, or why it is none. Every record that was read is exactly one of
 * `post`, `skipped` and `unread`, so that the sums of a report add up.
 */
export type ArchiveRecord =
  | { readonly post: Post }
  | { readonly skipped: SkipReason }
  /** A record that could not be read. */
  | { readonly unread: Problem }
  /** What is wrong with a whole file, or deserves a word: no record. */
  | { readonly problem: Problem }
  | { readonly notice: Notice };

export interface ArchiveOptions {
  /** IANA zone of times without an offset. */
  readonly timezone: string;
  /** Whether text that the account liked is wanted: most audits do not ask for it. */
  readonly likes: boolean;
  /** Whether earlier versions of edited posts are wanted as posts; absent: they are skipped. */
  readonly earlier?: boolean;
  /** Names of files in the other archives that are read with it: parts of one share their files. */
  readonly elsewhere?: ReadonlySet<string>;
}

/** An archive that is being read. */
export interface ArchiveReading {
  /** What it says of the account; read before the first record, from small files alone. */
  readonly account: () => Promise<{
    readonly account: ArchiveAccount;
    readonly problems: readonly Problem[];
  }>;
  /** Its records, in the order in which its files hold them; memory stays flat. */
  readonly records: () => AsyncIterable<ArchiveRecord>;
}

/** A kind of archive. One file each, and a line in `index.ts`. */
export interface ArchiveFormat {
  /** In words: `X archive`. */
  readonly name: string;
  /** Whether these files are one, by their paths and, where those do not tell, by how one begins. */
  readonly recognises: (
    files: ArchiveFiles,
    head: (path: string) => Promise<string>,
  ) => Promise<boolean>;
  readonly read: (files: ArchiveFiles, options: ArchiveOptions) => ArchiveReading;
}
