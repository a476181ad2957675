import { readFileSync } from 'node:fs';
import type { Media, Post } from '../../src/core/post.ts';
import { UNKNOWN_SCHOOL } from '../../src/core/school.ts';
import type { School } from '../../src/core/school.ts';
import type { Span } from '../../src/core/span.ts';
import { parseTime } from '../../src/time/parse.ts';
import type { Verdict } from './score.ts';

/** Data that development may look at; not in the repository. */
export const DATA = '../shared/data';
export const POSTS = `${DATA}/school-posts/posts.jsonl`;
export const TRAINING = `${DATA}/school-posts/training.jsonl`;

/** Offsets are UTF-16 units of the post's text as typed. */
export interface LabelledPerson extends Span {
  readonly text: string;
  readonly kind: string;
  readonly form: string;
}

export interface LabelledPost {
  readonly id: string;
  readonly text: string;
  readonly at?: string | null;
  readonly account?: string;
  readonly reply_to?: string | null;
  readonly event?: boolean;
  readonly urgent?: boolean;
  readonly media?: readonly Media[];
  readonly people: readonly LabelledPerson[];
  readonly flags: readonly string[];
}

export const readRecords = <T>(file: string): readonly T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

export const readLabelled = (file: string): readonly LabelledPost[] =>
  readRecords<LabelledPost>(file);

export const toPost = (labelled: LabelledPost, index: number): Post => {
  const { id, text, at, account, reply_to, event, urgent, media = [] } = labelled;
  const time = at ? parseTime(at, 'Europe/London') : undefined;
  if (time && 'error' in time) throw new Error(`${id}: ${time.error}`);
  return {
    id,
    text,
    origin: { file: 'posts', line: index + 1, record: index + 1 },
    at: time ? { kind: 'instant', epochMs: time.epochMs } : { kind: 'unscheduled' },
    media,
    ...(account !== undefined && { account }),
    ...(typeof reply_to === 'string' && { replyTo: reply_to }),
    ...(event && { event }),
    ...(urgent && { urgent }),
  };
};

/** The school whose posts are labelled; it has told nobody's name. */
export const SCHOOL: School = {
  ...UNKNOWN_SCHOOL,
  accounts: [
    { name: 'school', kind: 'school', handle: 'OakfieldPrimary' },
    { name: 'science', kind: 'department', subject: 'science', handle: 'OakfieldSci' },
  ],
};

export const printMisses = (
  verdicts: readonly (Verdict & {
    readonly post: { readonly id: string; readonly text: string };
  })[],
): void => {
  for (const { post, isLabelled, isFound } of verdicts) {
    if (isLabelled === isFound) continue;
    const what = isFound ? 'FALSE ALARM' : 'MISSED     ';
    console.log(`  ${what} ${post.id} ${JSON.stringify(post.text)}`);
  }
};
