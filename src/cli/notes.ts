import type { Policy } from '../core/policy.ts';
import type { Notice } from '../core/problem.ts';
import type { NotCheckable } from '../core/report.ts';
import type { School } from '../core/school.ts';
import { overdueReviews, reviewDay } from '../report/reviews.ts';
import type { Intake } from './read-posts.ts';
import { PLATFORM_POLICY } from './shipped.ts';

const timeConflicts = async (policies: readonly Policy[]): Promise<readonly string[]> => {
  if (policies.filter(({ info }) => info.id !== PLATFORM_POLICY).length < 2) return [];
  const { CHECKS } = await import('../checks/index.ts');
  const { conflicts } = await import('../engine/conflicts.ts');
  return conflicts(policies, CHECKS).map(
    ({ rules, why }) =>
      `${rules.join(' and ')} contradict each other (${why}): decide which policy holds`,
  );
};

/** More rules or places than a reader looks up. */
const MOST = 4;

const few = (words: readonly string[]): string =>
  words.length <= MOST
    ? words.join(', ')
    : `${words.slice(0, MOST).join(', ')} and ${words.length - MOST} more`;

const notCheckableNotes = (unchecked: readonly NotCheckable[]): readonly string[] =>
  unchecked.map(
    ({ reason, rules, posts }) =>
      `not checkable in ${posts} ${posts === 1 ? 'post' : 'posts'}, because ${reason} (${few(rules)})`,
  );

const reviewNotes = ({ policies, today, reviews }: Judging): readonly string[] =>
  overdueReviews(policies, today, reviews).map(
    ({ info: { title, reviewDue = '' } }) =>
      `“${title}” was due for review ${reviewDay(reviewDue)}`,
  );

/** `queue.csv:4: the same words …`. */
const noticeLine = ({ file, line, column, message }: Notice): string =>
  `${[file, line, column].filter((part) => part !== undefined).join(':')}: ${message}`;

interface Judging {
  readonly policies: readonly Policy[];
  readonly unchecked: readonly NotCheckable[];
  readonly notices?: readonly Notice[];
  /** When policies were reviewed last, by id. */
  readonly reviews?: School['reviews'] | undefined;
  /** The day of the run in the school’s zone, as 2026-11-23. */
  readonly today: string;
}

/** What was read past, and what could not be asked of posts: said once a run. */
export const notesOn = async (
  { unusedKeys, unknownAccounts }: Pick<Intake, 'unusedKeys' | 'unknownAccounts'>,
  judging: Judging,
): Promise<readonly string[]> => [
  ...(await timeConflicts(judging.policies)),
  ...notCheckableNotes(judging.unchecked),
  ...(judging.notices ?? []).map(noticeLine),
  ...(unknownAccounts.size > 0
    ? [
        `not configured, so judged as the school’s own account: ${few([...unknownAccounts.values()])}`,
      ]
    : []),
  ...(unusedKeys.size > 0 ? [`keys not used: ${[...unusedKeys].join(', ')}`] : []),
  ...reviewNotes(judging),
];
