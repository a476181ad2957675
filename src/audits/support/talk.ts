import type { JudgedPost } from '../../core/report.ts';

/** Whether the words of a post are the account’s own. */
export const isOwn = ({ trace, post }: JudgedPost): boolean =>
  (trace?.published ?? post.published)?.kind !== 'repost' &&
  (trace?.published ?? post.published)?.kind !== 'like';

/** Counts posts of the account’s own that speak of the school. */
export const createTalk = () => {
  let count = 0;
  let posts = 0;
  return {
    add(judged: JudgedPost): void {
      if (!isOwn(judged)) return;
      posts += 1;
      if (judged.trace?.isSchoolTalk) count += 1;
    },
    count: () => count,
    /** All of the account’s own, whatever they speak of. */
    posts: () => posts,
  };
};
