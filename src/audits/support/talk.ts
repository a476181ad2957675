import type { JudgedPost } from '../../core/report.ts';

/** Whether the words of a post are the account’s own. */
export const isOwn = ({ trace, post }: JudgedPost): boolean =>
  (trace?.published ?? post.published)?.kind !== 'repost' &&
  (trace?.published ?? post.published)?.kind !== 'like';

/** How much an account speaks of the school. */
export interface Talk {
  add(judged: JudgedPost): void;
  /** Posts of its own that do. */
  count(): number;
}

export const createTalk = (): Talk => {
  let count = 0;
  return {
    add(judged: JudgedPost): void {
      if (!isOwn(judged)) return;
      if (judged.trace?.isSchoolTalk) count += 1;
    },
    count: () => count,
  };
};
