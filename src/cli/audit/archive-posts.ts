import type { Post } from '../../core/post.ts';
import type { Notice, Problem } from '../../core/problem.ts';
import { stretchOf } from '../../engine/audit/stretch.ts';
import type { Acceptance } from '../accept-post.ts';
import type { Book } from './book.ts';
import { inOneOrder } from './in-one-order.ts';
import type { OpenArchives } from './read-archives.ts';

/** More say no more, and would fill memory: the rest is counted. */
const MOST_PROBLEMS = 10_000;

/** Facebook, the oldest of the networks, opened in February 2004. */
const OLDEST = Date.UTC(2004, 1, 4);
/** Clocks of computers are wrong by hours, not by days. */
const A_DAY = 86_400_000;

const UNBELIEVABLE =
  'this post says that it went out at a time that cannot be: it is judged, but by no rule about times';

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
  { stretches, summary }: Book,
  accept: Acceptance['accept'],
  { before, nowMs }: { readonly before: readonly Problem[]; readonly nowMs: number },
): ArchivePosts => {
  const latestMs = Math.max(nowMs, archives.account?.exportedMs ?? nowMs) + A_DAY;
  const problems = [...before];
  const notices: Notice[] = [];
  let more = 0;
  const tell = (problem: Problem): void => {
    if (problems.length < MOST_PROBLEMS) problems.push(problem);
    else more += 1;
  };
  /** A post whose time cannot be is judged all the same, but for the time. */
  const believable = (post: Post): Post => {
    const { at, origin } = post;
    if (at.kind !== 'instant' || (OLDEST <= at.epochMs && at.epochMs <= latestMs)) return post;
    const { file, line, record } = origin;
    tell({ file, line, message: `record ${record}: ${UNBELIEVABLE}` });
    return { ...post, at: { kind: 'unscheduled' } };
  };
  const unread = (problem: Problem): undefined => {
    summary.unread();
    tell(problem);
  };
  const take = (read: Post): Post | undefined => {
    const accepted = accept(believable(read));
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
