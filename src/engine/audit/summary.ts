import { auditedPost } from '../../audits/audit.ts';
import type { ArchiveAccount, SkipReason } from '../../core/archive.ts';
import type { AuditAnswer, AuditSummary, Period, SignOffShown } from '../../core/audit.ts';
import { MOST_POSTS } from '../../core/audit.ts';
import type { Policy } from '../../core/policy.ts';
import { kindOf } from '../../core/post.ts';
import type { Notice, Problem } from '../../core/problem.ts';
import type { JudgedPost } from '../../core/report.ts';
import type { Severity } from '../../core/severity.ts';
import { SEVERITIES } from '../../core/severity.ts';
import type { Excused, Purpose } from '../../core/trace.ts';
import { PURPOSES } from '../../core/trace.ts';
import { dayOf } from '../../time/day.ts';
import { periodOf } from '../../time/period.ts';
import { createTally } from '../tally.ts';
import { createCalendarFigures } from './calendar-figures.ts';
import { createComparison } from './comparison.ts';
import { createFirstFew } from './first-few.ts';
import { errorFates } from './mended.ts';
import { byTime } from './order.ts';
import { createRuleFigures } from './rule-figures.ts';
import type { Stretch } from './stretch.ts';
import { windowsOf } from './windows.ts';

export interface SummarySettings {
  readonly policies: readonly Policy[];
  /** Judged beside ours, and kept apart. */
  readonly compared?: Policy;
  readonly period: Period;
  readonly previous?: Period;
  /** No days were asked for: the period is told as that from the first post to the last. */
  readonly isWhole: boolean;
  /** IANA zone of the school. */
  readonly timezone: string;
  readonly today: string;
  readonly account?: ArchiveAccount;
  readonly terms: readonly Period[];
}

/** What is known after the last post. */
export interface SummaryTail {
  readonly answers: readonly AuditAnswer[];
  readonly signOffs: readonly SignOffShown[];
  readonly notices: readonly Notice[];
  readonly problems: readonly Problem[];
}

const MOST_EXCUSED = 500;

const BY: readonly Excused['by'][] = ['event', 'urgent', 'trip', 'wording', 'other'];

const zeros = <Name extends string>(names: readonly Name[]): Record<Name, number> =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;

/** UTF-16 units of the words of a post that was excused: enough to see what it is about. */
const LONGEST_EXCUSED = 140;

const beginning = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= LONGEST_EXCUSED) return line;
  return `${line
    .slice(0, LONGEST_EXCUSED - 1)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trimEnd()}…`;
};

type Listed = AuditSummary['listed'][number];

const worstOf = ({ findings }: JudgedPost): number =>
  Math.min(...findings.map(({ severity }) => SEVERITIES.indexOf(severity)));

const mostSeriousFirst = (a: Listed, b: Listed): number =>
  Number(b.isDue) - Number(a.isDue) || worstOf(a) - worstOf(b) || byTime(a, b);

/** An audit that is added up. */
export interface AddingUp {
  /** Takes a judged post; gives it back without what only the compared policy finds. */
  readonly add: (judged: JudgedPost, stretch: Exclude<Stretch, 'outside'>) => JudgedPost;
  readonly outside: (count?: number) => void;
  readonly skip: (reason: SkipReason, count?: number) => void;
  readonly unread: (count?: number) => void;
  readonly end: (tail: SummaryTail) => AuditSummary;
}

/** Adds up an audit while its posts come; in which order they do changes nothing. */
export const createSummary = (settings: SummarySettings): AddingUp => {
  const { policies, compared, period, previous, timezone } = settings;
  const sums = { read: 0, own: 0, reposts: 0, likes: 0, before: 0, outside: 0, unread: 0 };
  const skipped: Partial<Record<SkipReason, number>> = {};
  const posts = zeros<Severity | 'clean'>([...SEVERITIES, 'clean']);
  const findings = zeros(SEVERITIES);
  const findingsBefore = zeros(SEVERITIES);
  const purposes = zeros<Purpose>(PURPOSES);
  const excusedCounts = zeros(BY);
  const fateOf = errorFates(policies);
  const errors = { due: 0, deleted: 0, otherwise: 0, guesses: 0 };
  const tally = createTally();
  const rules = createRuleFigures(policies, previous !== undefined);
  const figures = createCalendarFigures(timezone);
  const comparison = compared && createComparison(compared);
  const listed = createFirstFew<Listed>(MOST_POSTS, mostSeriousFirst);
  type Excuse = AuditSummary['excused'][number] & { readonly judged: JudgedPost };
  const excused = createFirstFew<Excuse>(
    MOST_EXCUSED,
    (a, b) => byTime(a.judged, b.judged) || (a.rule + a.what < b.rule + b.what ? -1 : 1),
  );

  let [firstMs, lastMs] = [Infinity, -Infinity];
  /** The period as it is told. */
  const toldPeriod = (): Period => {
    if (!settings.isWhole || firstMs > lastMs) return period;
    const days = { from: dayOf(firstMs, timezone), to: dayOf(lastMs, timezone) };
    return periodOf(period.label, days, timezone);
  };

  const addOwn = (judged: JudgedPost): void => {
    if (judged.trace) purposes[judged.trace.purpose] += 1;
    figures.addHour(judged);
  };

  const addToPeriod = (judged: JudgedPost): void => {
    const kind = kindOf(judged.post);
    if (judged.post.at.kind === 'instant') {
      firstMs = Math.min(firstMs, judged.post.at.epochMs);
      lastMs = Math.max(lastMs, judged.post.at.epochMs);
    }
    sums[kind === 'own' ? 'own' : kind === 'repost' ? 'reposts' : 'likes'] += 1;
    if (kind === 'own') addOwn(judged);
    figures.addToWeek(judged);
    tally.add(judged);
    rules.add(judged, false);
    for (const { severity } of judged.findings) findings[severity] += 1;
    posts[SEVERITIES[worstOf(judged)] ?? 'clean'] += 1;
    for (const one of judged.trace?.excused ?? []) {
      excusedCounts[one.by] += 1;
      excused.add({ ...one, post: auditedPost(judged), text: beginning(judged.post.text), judged });
    }
    if (judged.findings.length === 0) return;
    const fate = fateOf(judged);
    if (fate) errors[fate] += 1;
    listed.add({ ...judged, isDue: fate === 'due' });
  };

  return {
    add(judged: JudgedPost, stretch: Exclude<Stretch, 'outside'>): JudgedPost {
      const own = comparison?.take(judged, stretch === 'period') ?? judged;
      sums.read += 1;
      if (stretch === 'before') {
        sums.before += 1;
        rules.add(own, true);
        for (const { severity } of own.findings) findingsBefore[severity] += 1;
      } else addToPeriod(own);
      return own;
    },
    outside(count = 1): void {
      sums.read += count;
      sums.outside += count;
    },
    skip(reason: SkipReason, count = 1): void {
      sums.read += count;
      skipped[reason] = (skipped[reason] ?? 0) + count;
    },
    unread(count = 1): void {
      sums.read += count;
      sums.unread += count;
    },
    end({ answers, signOffs, notices, problems }: SummaryTail): AuditSummary {
      const told = toldPeriod();
      return {
        period: told,
        ...(previous && { previous }),
        timezone,
        today: settings.today,
        ...(settings.account && { account: settings.account }),
        sums: { ...sums, skipped },
        posts,
        findings,
        findingsBefore: previous ? findingsBefore : null,
        waived: tally.summary(0).waived,
        listed: listed.list(),
        listable: listed.count(),
        due: errors.due,
        errors,
        rules: rules.list(),
        hours: figures.hours(),
        windows: windowsOf(policies),
        weeks: figures.weeks(told),
        purposes,
        excused: excused.list().map(({ judged: _, ...one }) => one),
        excusedCounts,
        answers,
        unchecked: [...tally.unchecked()]
          .map((one) => ({ ...one, rules: [...one.rules].sort() }))
          .sort((a, b) => (a.reason < b.reason ? -1 : 1)),
        signOffs,
        ...(comparison && { comparison: comparison.end() }),
        terms: settings.terms,
        notices,
        problems,
      };
    },
  };
};
