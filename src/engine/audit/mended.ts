import { brokenRules } from '../../core/finding.ts';
import type { Finding } from '../../core/finding.ts';
import type { Policy } from '../../core/policy.ts';
import type { JudgedPost } from '../../core/report.ts';

/** What these find, the time of a post or how it was sent, is not mended by taking the post down. */
const CHECKS_OF_SENDING: ReadonlySet<string> = new Set([
  'posting-window',
  'lesson-time',
  'device-source',
  'reply-time',
]);

/** What becomes of a post with an error. */
export type ErrorFate = 'due' | 'deleted' | 'otherwise' | 'guesses';

/** Tells what becomes of posts with errors; undefined: the post has none. */
export const errorFates = (
  policies: readonly Policy[],
): ((judged: JudgedPost) => ErrorFate | undefined) => {
  const ofSending = new Set(
    policies.flatMap(({ info, rules }) =>
      rules.filter(({ check }) => CHECKS_OF_SENDING.has(check)).map(({ id }) => `${info.id}/${id}`),
    ),
  );
  const isMendedByDeletion = (finding: Finding): boolean =>
    finding.where !== 'at' &&
    brokenRules(finding).some(({ rule, severity }) => severity === 'error' && !ofSending.has(rule));
  return ({ post, findings }) => {
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (errors.length === 0) return undefined;
    if (post.published?.deletedMs !== undefined) return 'deleted';
    const sure = errors.filter(({ confidence }) => confidence !== 'possible');
    if (sure.length === 0) return 'guesses';
    return sure.some(isMendedByDeletion) ? 'due' : 'otherwise';
  };
};
