import type {
  AuditAnswer,
  AuditSummary,
  Period,
  RuleFigure,
  SignOffShown,
  WindowShown,
} from '../../core/audit.ts';
import type { RecordKind } from '../../core/post.ts';
import type { PolicyInfo, Weekday } from '../../core/policy.ts';
import { DAY_NAMES, WEEKDAYS } from '../../core/policy.ts';
import type { JudgedPost } from '../../core/report.ts';
import { SEVERITIES } from '../../core/severity.ts';
import type { Excused, Purpose } from '../../core/trace.ts';
import { dateInWords } from '../when.ts';

/** `12,345`, on every machine. */
export const figure = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',');

export const many = (count: number, one: string, several = `${one}s`): string =>
  `${figure(count)} ${count === 1 ? one : several}`;

/** `17 %`, `under 1 %`; a share of nothing is none. */
export const share = (part: number, whole: number): string => {
  if (whole === 0) return '–';
  const percent = Math.round((100 * part) / whole);
  if (part > 0 && percent === 0) return 'under 1 %';
  return part < whole && percent === 100 ? 'over 99 %' : `${percent} %`;
};

export const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = {
  achievement: 'Achievements',
  event: 'Events',
  notice: 'Notices',
  learning: 'Learning',
  thanks: 'Thanks',
  reply: 'Replies',
  repost: 'Passed on',
  other: 'Other',
};

export const EXCUSED_WORDS: Readonly<Record<Excused['by'], string>> = {
  event: 'an event in the calendar',
  urgent: 'urgent news',
  trip: 'a trip',
  wording: 'its wording',
  other: 'something else',
};

export const STATUS_WORDS: Readonly<Record<AuditAnswer['status'], string>> = {
  broken: 'Broken',
  look: 'To look at',
  'not-checkable': 'Not checkable',
  kept: 'Kept',
};

export const SIGN_OFF_WORDS: Readonly<Record<SignOffShown['status'], string>> = {
  overdue: 'Overdue',
  never: 'Never signed off',
  occasion: 'When it happens',
  fine: 'Up to date',
};

export const KIND_WORDS: Readonly<Record<RecordKind, string>> = {
  own: 'its own words',
  repost: 'passed on',
  like: 'liked',
};

const DATE = /^(\d{4})-(\d\d)-(\d\d)/u;
const DAY_MS = 86_400_000;

/** Days since 1970 of a date written as 2025-09-03; undefined where it is none. */
export const dayNumber = (iso: string): number | undefined => {
  const found = DATE.exec(iso);
  if (!found) return undefined;
  const days = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])) / DAY_MS;
  return Number.isNaN(days) ? undefined : days;
};

/** 2025-09-03 of days since 1970. */
export const isoOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

export const weekdayOf = (iso: string): Weekday | undefined => {
  const day = dayNumber(iso);
  // 1 January 1970 was a Thursday.
  return day === undefined ? undefined : WEEKDAYS[(((day + 3) % 7) + 7) % 7];
};

/** `3 Sep 2025 to 19 Dec 2025`. */
export const datesOf = ({ from, to }: Period): string =>
  from === to ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(to)}`;

/** The label with its dates, which are not said twice. */
export const periodInWords = (period: Period): string => {
  const dates = datesOf(period);
  return /\d \w+ \d{4}|\d{4}-\d\d/u.test(period.label)
    ? period.label
    : `${period.label} (${dates})`;
};

/** How many were judged: its own words, and those of others. */
export const judgedIn = ({ posts }: Pick<AuditSummary, 'posts'>): number =>
  posts.error + posts.warning + posts.info + posts.clean;

/** `71 of its own, 2 passed on`; empty where all are its own. */
export const kindsJudged = ({ sums: { own, reposts, likes } }: AuditSummary): string =>
  reposts + likes === 0
    ? ''
    : [
        `${figure(own)} of its own`,
        reposts > 0 ? `${figure(reposts)} passed on` : '',
        likes > 0 ? `${figure(likes)} liked` : '',
      ]
        .filter((piece) => piece !== '')
        .join(', ');

const some = (count: number, words: string): readonly string[] =>
  count === 0 ? [] : [`${figure(count)} ${words}`];

/** How the posts with an error and those that must come down go together; empty: they are the same. */
export const errorsInWords = ({ posts, errors }: AuditSummary): string => {
  const { due, deleted, otherwise, guesses } = errors;
  if (posts.error === due) return '';
  return `${many(posts.error, 'post')} ${posts.error === 1 ? 'has' : 'have'} an error: ${[
    `${figure(due)} must come down`,
    ...some(deleted, `${deleted === 1 ? 'is' : 'are'} deleted already`),
    ...some(
      otherwise,
      `${otherwise === 1 ? 'is' : 'are'} wrong only in when or how ${otherwise === 1 ? 'it was' : 'they were'} sent, which deleting does not mend`,
    ),
    ...some(guesses, `${guesses === 1 ? 'is' : 'are'} only perhaps wrong`),
  ].join(', ')}.`;
};

/** Days of a period that have passed. */
export const daysPassed = (period: Period, today: string): number | undefined => {
  if (today < period.from) return 0;
  return daysIn(today < period.to ? { ...period, to: today } : period);
};

export const daysIn = ({ from, to }: Period): number | undefined => {
  const first = dayNumber(from);
  const last = dayNumber(to);
  return first === undefined || last === undefined ? undefined : last - first + 1;
};

/** How the posts that broke a rule compare with the period before: an arrow and words. */
export const changeOf = (now: number, before: number | null): string => {
  if (before === null) return 'not known';
  if (now === before) return '= the same';
  return now < before ? `▼ ${figure(before - now)} fewer` : `▲ ${figure(now - before)} more`;
};

/** `Mon to Fri`, `Sat, Sun`. */
const daysInWords = (days: readonly Weekday[]): string => {
  const numbers = [...new Set(days.map((day) => WEEKDAYS.indexOf(day)))].sort((a, b) => a - b);
  const [first = 0] = numbers;
  const last = numbers.at(-1) ?? 0;
  const name = (number: number): string => DAY_NAMES[WEEKDAYS[number]!];
  return numbers.length > 2 && last - first === numbers.length - 1
    ? `${name(first)} to ${name(last)}`
    : numbers.map(name).join(', ');
};

export const windowInWords = ({ days, from, to }: WindowShown): string =>
  `${daysInWords(days)}, ${from} to ${to}`;

/** A rule without its policy where only one has anything to say. */
export const ruleName = (rule: string, policies: readonly PolicyInfo[]): string =>
  policies.length <= 1 ? rule.slice(rule.indexOf('/') + 1) : rule;

/** The policies that found something or have questions of the account as a whole. */
export const policiesInvolved = (
  { rules, answers }: AuditSummary,
  policies: readonly PolicyInfo[],
): readonly PolicyInfo[] => {
  const found = rules.filter(({ findings, before }) => findings + (before ?? 0) > 0);
  const ids = new Set([...found, ...answers].map(({ rule }) => rule.slice(0, rule.indexOf('/'))));
  return policies.filter(({ id }) => ids.has(id));
};

/** Rules that were broken in one of the two periods, the most serious and most broken first. */
export const brokenRules = ({ rules }: AuditSummary): readonly RuleFigure[] =>
  rules
    .filter(({ findings, posts, before }) => findings + posts + (before ?? 0) > 0)
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        b.posts - a.posts ||
        (a.rule < b.rule ? -1 : 1),
    );

/** Whether a post can still be read, as far as the archive tells. */
export const standing = ({ trace, post }: JudgedPost): 'still up' | 'deleted' => {
  const published = trace?.published ?? post.published;
  return published?.deletedMs === undefined ? 'still up' : 'deleted';
};

export const kindOfPost = ({ trace, post }: JudgedPost): RecordKind =>
  (trace?.published ?? post.published)?.kind ?? 'own';

/** Where a post can be seen, if that is an address that a browser may open. */
export const safeUrl = (url: string | undefined): string | undefined =>
  url !== undefined && /^https?:\/\/[^\s/]/iu.test(url) && url.length <= 2000 ? url : undefined;

export const urlOf = ({ trace, post }: JudgedPost): string | undefined =>
  safeUrl((trace?.published ?? post.published)?.url);

/** What the account is called: its handle, else its name, else the archive. */
export const accountName = ({ account }: AuditSummary): string => {
  if (!account) return 'the posts';
  const { handle, displayName } = account.profile;
  return handle === undefined ? (displayName ?? account.file) : `@${handle}`;
};
