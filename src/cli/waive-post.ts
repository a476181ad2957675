import { existsSync } from 'node:fs';
import path from 'node:path';
import { brokenRules } from '../core/finding.ts';
import type { Post } from '../core/post.ts';
import type { Problem } from '../core/problem.ts';
import type { JudgedPost } from '../core/report.ts';
import { judgePosts } from '../index.ts';
import { either } from '../syntax/words.ts';
import type { Io } from './io.ts';
import { encoderLoader } from './load-encoder.ts';
import type { Intake } from './read-posts.ts';
import type { TakenPosts } from './take-posts.ts';
import type { WaiveOptions } from './options.ts';

/** What the command line calls a post. */
export type NamedPost =
  | { readonly by: 'fingerprint'; readonly fingerprint: string }
  | { readonly by: 'line' | 'record'; readonly file: string; readonly number: number }
  | { readonly by: 'id'; readonly file: string; readonly id: string }
  | { readonly by: 'file'; readonly file: string };

const FINGERPRINT = /^[0-9a-f]{16}$/iu;

/** Reads POST; undefined when it can mean nothing. */
export const readNamedPost = (
  written: string,
  { in: file }: Pick<WaiveOptions, 'in'>,
  { cwd }: Pick<Io, 'cwd'>,
): NamedPost | undefined => {
  if (file !== undefined) return { by: 'id', file, id: written };
  if (FINGERPRINT.test(written)) return { by: 'fingerprint', fingerprint: written.toLowerCase() };
  const record = /^(.+)#(\d{1,9})$/u.exec(written);
  if (record) return { by: 'record', file: record[1]!, number: Number(record[2]) };
  // A report writes FILE:LINE:COLUMN.
  const line = /^(.+?):(\d{1,9})(?::\d{1,9})?$/u.exec(written);
  if (line) return { by: 'line', file: line[1]!, number: Number(line[2]) };
  const isFile = written === '-' || existsSync(path.resolve(cwd, written));
  return isFile ? { by: 'file', file: written } : undefined;
};

type InFile = Exclude<NamedPost, { readonly by: 'fingerprint' }>;

const isMeant = ({ id, origin }: Post, named: InFile): boolean => {
  if (named.by === 'id') return id === named.id;
  if (named.by === 'file') return true;
  return named.by === 'record' ? origin.record === named.number : origin.line <= named.number;
};

/** The posts that a name means; on a line stands the last one that begins no later. */
const findPosts = async (intake: Intake, named: InFile): Promise<readonly Post[]> => {
  const found: Post[] = [];
  for await (const post of intake.posts()) {
    if (!isMeant(post, named)) continue;
    if (named.by === 'line') found.length = 0;
    found.push(post);
  }
  return found;
};

const placeOf = ({ post: { origin } }: JudgedPost): string => `${origin.file}:${origin.line}`;

const rulesIn = (judged: readonly JudgedPost[]): readonly string[] => [
  ...new Set(
    judged.flatMap(({ findings }) => findings.flatMap(brokenRules)).map(({ rule }) => rule),
  ),
];

/** A post in which a rule found something, or why there is none. */
export type FoundPost =
  | {
      readonly fingerprint: string;
      readonly others: readonly string[];
      /** The last day on which it goes out, as 2026-11-23; null when it has no time. */
      readonly day: string | null;
    }
  | { readonly problems: readonly Problem[] };

/** Judges the posts that are meant and takes the one that breaks the rule, `policy/rule`. */
export const findBrokenPost = async (
  named: InFile,
  rule: string,
  { setup, intake, nowMs }: Extract<TakenPosts, { setup: unknown }>,
): Promise<FoundPost> => {
  const { policies, school } = setup;
  const posts = await findPosts(intake, named);
  const refused = (message: string): FoundPost => ({ problems: [{ file: named.file, message }] });
  if (posts.length === 0) {
    if (intake.problems.length > 0) return { problems: intake.problems };
    const which = {
      line: 'on that line',
      record: 'with that number',
      id: 'with that id',
      file: 'in it',
    }[named.by];
    return refused(`there is no post ${which}`);
  }
  const judged: JudgedPost[] = [];
  const settings = { policies, nowMs, school, loadEncoder: encoderLoader().load };
  for await (const one of judgePosts(posts, settings)) judged.push(one);
  const broken = judged.filter((one) => rulesIn([one]).includes(rule));
  const fingerprints = new Set(broken.map(({ fingerprint }) => fingerprint));
  const [fingerprint, second] = fingerprints;
  if (fingerprint === undefined) {
    const others = rulesIn(judged);
    const known = others.length > 0 ? `; what it breaks: ${others.join(', ')}` : '';
    return refused(`${rule} finds nothing there, so that there is nothing to waive${known}`);
  }
  if (second !== undefined) {
    return refused(`several posts break ${rule}: name one, as ${either(broken.map(placeOf))}`);
  }
  const days = broken.flatMap(({ at }) => at?.slice(0, 10) ?? []).sort();
  return {
    fingerprint,
    others: rulesIn(broken).filter((one) => one !== rule),
    day: days.at(-1) ?? null,
  };
};
