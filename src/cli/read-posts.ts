import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Post, PostTime } from '../core/post.ts';
import type { Problem } from '../core/problem.ts';
import type { School } from '../core/school.ts';
import type { Encoding } from '../input/decode.ts';
import { readPosts } from '../input/index.ts';
import type { InputOptions } from '../input/reading.ts';
import type { AccountRead } from './accounts.ts';
import { readAccount } from './accounts.ts';
import type { Io } from './io.ts';
import type { LintOptions } from './options.ts';
import { whyUnopened } from './read-text.ts';

/** Everything that was named, read or not. */
export interface AllPosts {
  readonly posts: readonly Post[];
  readonly problems: readonly Problem[];
  readonly unusedKeys: readonly string[];
}

const STDIN = '-';

/** Slashes on every system, so that a report reads the same everywhere. */
const shownAs = (named: string): string =>
  path.sep === '\\' ? named.replaceAll('\\', '/') : named;

const readOne = async (
  named: string,
  { stdinFilename }: LintOptions,
  input: InputOptions,
  io: Io,
): Promise<AllPosts> => {
  const file = named === STDIN ? (stdinFilename ?? 'stdin') : shownAs(named);
  let bytes: Uint8Array;
  try {
    bytes = named === STDIN ? await io.readStdin() : readFileSync(path.resolve(io.cwd, named));
  } catch (error) {
    return { posts: [], problems: [{ file, message: whyUnopened(error) }], unusedKeys: [] };
  }
  const { value, problems, unusedKeys } = await readPosts(bytes, file, input);
  return { posts: value, problems, unusedKeys };
};

/** Each file once, in the order of their names: who lists them how changes nothing. */
const inOrder = (files: readonly string[], cwd: string): readonly string[] => {
  const byPath = new Map(
    [...files]
      .reverse()
      .map((named) => [named === STDIN ? STDIN : path.resolve(cwd, named), named]),
  );
  return [...byPath.values()].sort();
};

/** Reads the posts of every file. */
export const readAllPosts = async (
  files: readonly string[],
  options: LintOptions,
  timezone: string,
  io: Io,
): Promise<AllPosts> => {
  const encoding = options.encoding as Encoding | undefined;
  const input: InputOptions = { timezone, ...(encoding && { encoding }) };
  const all = { posts: [] as Post[], problems: [] as Problem[], unusedKeys: new Set<string>() };
  for (const named of inOrder(files, io.cwd)) {
    const { posts, problems, unusedKeys } = await readOne(named, options, input, io);
    for (const post of posts) all.posts.push(post);
    for (const problem of problems) all.problems.push(problem);
    for (const key of unusedKeys) all.unusedKeys.add(key);
  }
  return { ...all, unusedKeys: [...all.unusedKeys] };
};

/** What the command line says of every post beats what a post says of itself. */
const declare = (post: Post, at: PostTime | undefined, options: LintOptions): Post => ({
  ...post,
  ...(at && { at }),
  ...(options.event !== undefined && { event: options.event }),
  ...(options.urgent !== undefined && { urgent: options.urgent }),
  ...(options.account !== undefined && { account: options.account }),
});

/** Posts as they are to be judged. */
export interface DeclaredPosts extends AllPosts {
  /** Accounts that are neither configured nor kinds, once each. */
  readonly unknownAccounts: readonly string[];
}

/** Posts as they are to be judged; those from an account that is surely mistyped are not. */
export const declareAll = (
  read: AllPosts,
  at: PostTime | undefined,
  options: LintOptions,
  school: School,
): DeclaredPosts => {
  const posts: Post[] = [];
  const problems: Problem[] = [...read.problems];
  const unknown = new Set<string>();
  const known = new Map<string, AccountRead>();
  for (const one of read.posts) {
    const post = declare(one, at, options);
    const { account, origin } = post;
    if (account === undefined) {
      posts.push(post);
      continue;
    }
    const result = known.get(account) ?? readAccount(account, school);
    known.set(account, result);
    if ('mistake' in result) {
      problems.push({ file: origin.file, line: origin.line, message: result.mistake });
      continue;
    }
    if (!result.isKnown) unknown.add(account);
    posts.push(post);
  }
  return { ...read, posts, problems, unknownAccounts: [...unknown] };
};
