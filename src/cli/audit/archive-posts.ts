import type { Post } from '../../core/post.ts';
import type { Notice, Problem } from '../../core/problem.ts';
import { stretchOf } from '../../engine/audit/stretch.ts';
import type { Acceptance } from '../accept-post.ts';
import type { Book } from './book.ts';
import { inOneOrder } from './in-one-order.ts';
import type { OpenArchives } from './read-archives.ts';

/** More say no more, and would fill memory: the rest is counted. */
const MOST_PROBLEMS = 10_000;

/** The posts of archives that are to be judged, and what is learnt while they are read. */
export interface ArchivePosts {
  /** To be read once; the lists below are complete when it has ended. */
  readonly posts: () => AsyncGenerator<Post>;
  readonly notices: readonly Notice[];
  /** `file`: what a problem names that stands for those that are not shown. */
  readonly problems: (file: string) => readonly Problem[];
}

/** Enters what is no post into the book, and passes on what is to be judged. */
export const archivePosts = (
  archives: OpenArchives,
  { period, previous, summary }: Book,
  accept: Acceptance['accept'],
  before: readonly Problem[],
): ArchivePosts => {
  const problems = [...before];
  const notices: Notice[] = [];
  const stretches = { period, ...(previous && { previous }) };
  let more = 0;
  const tell = (problem: Problem): void => {
    if (problems.length < MOST_PROBLEMS) problems.push(problem);
    else more += 1;
  };
  const unread = (problem: Problem): undefined => {
    summary.unread();
    tell(problem);
  };
  const take = (read: Post): Post | undefined => {
    const accepted = accept(read);
    if ('problem' in accepted) return unread(accepted.problem);
    if (stretchOf(accepted.post, stretches) !== 'outside') return accepted.post;
    summary.outside();
    return undefined;
  };
  return {
    async *posts() {
      for await (const record of archives.records()) {
        if ('post' in record) {
          const post = take(record.post);
          if (post) yield post;
        } else if ('skipped' in record) summary.skip(record.skipped);
        else if ('unread' in record) unread(record.unread);
        else if ('notice' in record) notices.push(record.notice);
        else tell(record.problem);
      }
    },
    notices,
    problems(file) {
      const message = `${more} more problems of this kind are not shown`;
      return [...inOneOrder(problems), ...(more > 0 ? [{ file, message }] : [])];
    },
  };
};
