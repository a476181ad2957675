import type { Post, PostTime } from '../core/post.ts';
import type { Problem } from '../core/problem.ts';
import type { School } from '../core/school.ts';
import type { AccountRead } from './accounts.ts';
import { readAccount } from './accounts.ts';
import type { LintOptions } from './options.ts';

/** What the command line says of every post beats what a post says of itself. */
const declare = (post: Post, at: PostTime | undefined, options: LintOptions): Post => ({
  ...post,
  ...(at && { at }),
  ...(options.event !== undefined && { event: options.event }),
  ...(options.urgent !== undefined && { urgent: options.urgent }),
  ...(options.account !== undefined && { account: options.account }),
});

/** Takes posts as they are to be judged, and remembers accounts that nobody has configured. */
export interface Acceptance {
  /** The post; a problem where its account is surely mistyped. */
  readonly accept: (read: Post) => { readonly post: Post } | { readonly problem: Problem };
  /**
   * Accounts that are neither configured nor kinds, each with how to tell of it: as the command line
   * says it, or by its place in a file, where words of a post may have slipped into its cell.
   */
  readonly unknownAccounts: Map<string, string>;
}

/** `at`: the time that `--at` names. */
export const createAcceptance = (
  options: LintOptions,
  school: School,
  at?: PostTime,
): Acceptance => {
  const unknownAccounts = new Map<string, string>();
  const accounts = new Map<string, AccountRead>();
  return {
    accept(read) {
      const post = declare(read, at, options);
      const { account, origin } = post;
      if (account === undefined) return { post };
      const known = accounts.get(account) ?? readAccount(account, school);
      accounts.set(account, known);
      if ('mistake' in known) {
        return { problem: { file: origin.file, line: origin.line, message: known.unquoted } };
      }
      if (!known.isKnown && !unknownAccounts.has(account)) {
        const isAsked = options.account !== undefined;
        unknownAccounts.set(account, isAsked ? account : `${origin.file}:${origin.line}`);
      }
      return { post };
    },
    unknownAccounts,
  };
};
