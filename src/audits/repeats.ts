import { array, integer, maxValue, minLength, minValue, number } from 'valibot';
import { optional, picklist, pipe, strictObject, string } from 'valibot';
import { brokenRules } from '../core/finding.ts';
import type { JudgedPost } from '../core/report.ts';
import { SEVERITIES } from '../core/severity.ts';
import { defineAudit } from './audit.ts';
import { answer, kept, notCheckable } from './support/answers.ts';
import { dayNumber } from './support/days.ts';
import { counted, joined } from './support/words.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The first day of the count of days was a Thursday. */
const FIRST_WEEKDAY = 3;

/** How often something was behind a breach, by what it is called. */
type Tally = Map<string, number>;

interface Repeated {
  readonly weeks: Set<number>;
  posts: number;
  readonly by: { readonly day: Tally; readonly app: Tally; readonly account: Tally };
}

const count = (tally: Tally, name: string | undefined): void => {
  if (name !== undefined) tally.set(name, (tally.get(name) ?? 0) + 1);
};

const MOST_LETTERS = 40;

/** What stands behind at least half of the posts, and more than one, where something else might. */
const leading = (tally: Tally, posts: number): string | undefined => {
  const [first] = [...tally].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  if (!first || first[1] < 2 || first[1] * 2 < posts) return undefined;
  return `${first[0].slice(0, MOST_LETTERS)} (${first[1]})`;
};

/** The week, counted from 1970, and the weekday of a post by the clocks of its school. */
const dayOf = ({ at }: JudgedPost): { readonly week: number; readonly weekday: number } | null => {
  if (at === null) return null;
  const days = dayNumber(at.slice(0, 10)) + FIRST_WEEKDAY;
  return { week: Math.floor(days / 7), weekday: ((days % 7) + 7) % 7 };
};

const told = (rule: string, { weeks, posts, by }: Repeated): string => {
  const most = [
    leading(by.day, posts),
    leading(by.app, posts),
    by.account.size > 1 ? leading(by.account, posts) : undefined,
  ].filter((one) => one !== undefined);
  const where = most.length > 0 ? `; most of them: ${joined(most)}` : '';
  return `“${rule}” was broken in ${counted(weeks.size, 'week')}, by ${counted(posts, 'post')}${where}.`;
};

/** Rules that are broken again and again: figures for whoever trains colleagues. */
export const repeats = defineAudit({
  name: 'repeats',
  about: 'which rules are broken week after week, and when and with what',
  params: strictObject({
    /** In how many weeks a rule must be broken to be told. */
    weeks: optional(pipe(number(), integer(), minValue(2), maxValue(52)), 3),
    severities: optional(pipe(array(picklist(SEVERITIES)), minLength(1)), ['error', 'warning']),
    /** Ids of the rules that are counted; absent: all of the policy’s. */
    rules: optional(pipe(array(pipe(string(), minLength(1))), minLength(1))),
  }),
  start({ weeks, severities, rules }, { policy: { info } }) {
    const prefix = `${info.id}/`;
    const broken = new Map<string, Repeated>();
    let posts = 0;
    const isCounted = (rule: string): boolean =>
      rule.startsWith(prefix) && (rules?.includes(rule.slice(prefix.length)) ?? true);
    return {
      add(judged) {
        posts += 1;
        const when = dayOf(judged);
        if (!when) return;
        const names = new Set(
          judged.findings
            .flatMap(brokenRules)
            .filter(({ rule, severity }) => severities.includes(severity) && isCounted(rule))
            .map(({ rule }) => rule.slice(prefix.length)),
        );
        for (const name of names) {
          let one = broken.get(name);
          if (!one) {
            const by = { day: new Map(), app: new Map(), account: new Map() };
            broken.set(name, (one = { weeks: new Set(), posts: 0, by }));
          }
          one.weeks.add(when.week);
          one.posts += 1;
          count(one.by.day, `on a ${DAYS[when.weekday]}`);
          count(one.by.app, judged.trace?.source && `with ${judged.trace.source}`);
          count(one.by.account, judged.post.account && `by ${judged.post.account}`);
        }
      },
      end() {
        if (posts === 0) return notCheckable('The archive holds no post of the period.');
        const again = [...broken].filter(([, one]) => one.weeks.size >= weeks);
        if (again.length === 0) {
          const named = rules?.map((rule) => `“${rule}”`);
          const none = named ? `None of ${joined(named)}` : 'No rule';
          const one = named?.length === 1 ? `${named[0]} was not` : `${none} was`;
          return kept(`${one} broken in ${weeks} weeks or more.`);
        }
        const rulesTold = again.length === 1 ? 'One rule was' : `${again.length} rules were`;
        return answer(
          'look',
          `${rulesTold} broken in ${weeks} weeks or more: something to speak about with whoever posts.`,
          again.map(([rule, one]) => ({ rank: -one.posts, told: told(rule, one) })),
        );
      },
    };
  },
});
