import type { ArchiveAccount } from '../../core/archive.ts';
import type { AuditedPost, AuditSummary, Comparison, Period } from '../../core/audit.ts';
import { PURPOSES } from '../../core/trace.ts';
import type { Trace } from '../../core/trace.ts';
import type { JudgedPost, ReportHead } from '../../core/report.ts';
import { hasFindings } from '../../core/report.ts';
import type { Severity } from '../../core/severity.ts';
import { headOf, noticesOf, policyOf, postOf, problemsOf } from '../json.ts';
import type { Mask } from '../mask.ts';
import { maskOf, masked } from '../mask.ts';
import { isoOf, publishedOf } from '../published.ts';

const SCHEMA = 'policy-lint/audit@1';

const traceOf = (trace: Trace, mask: Mask) => ({
  published: trace.published && publishedOf(trace.published, mask),
  purpose: trace.purpose,
  isReply: trace.isReply,
  source: trace.source,
  mentions: trace.mentions.map((handle) => masked(handle, mask.inLabel(handle))),
  details: trace.details.map(({ kind, value }) => ({ kind, value })),
  isSchoolTalk: trace.isSchoolTalk,
  excused: trace.excused.map(({ rule, by, what }) => ({ rule, by, what })),
});

/** A post as the report has it, with what audits look at, and its words where something was found. */
export const auditedPostOf = (judged: JudgedPost, reveal: boolean): object => {
  const { post, trace } = judged;
  const mask = maskOf(judged, reveal);
  return {
    ...postOf(judged, reveal),
    text: hasFindings(judged) ? masked(post.text, mask.inPart('text')) : undefined,
    trace: trace && traceOf(trace, mask),
  };
};

const accountOf = ({ file, format, profile, followers, following, ...rest }: ArchiveAccount) => ({
  file,
  format,
  profile: {
    handle: profile.handle,
    displayName: profile.displayName,
    bio: profile.bio,
    website: profile.website,
    location: profile.location,
    isProtected: profile.isProtected,
    created: isoOf(profile.createdMs),
  },
  // How many, not who: the list is no part of what was asked.
  followers: followers?.length,
  following: following?.length,
  apps: rest.apps?.map(({ name, permissions, approvedMs }) => ({
    name,
    permissions,
    approved: isoOf(approvedMs),
  })),
  exported: isoOf(rest.exportedMs),
  isPartial: rest.isPartial,
});

const periodOf = ({ label, from, to }: Period) => ({ label, from, to });

const placeOf = ({ id, file, line, at, url }: AuditedPost) => ({ id, file, line, at, url });

const bySeverity = ({ error, warning, info }: Readonly<Record<Severity, number>>) => ({
  error,
  warning,
  info,
});

const comparisonOf = (comparison: Comparison) => {
  const { policy, stopped, letThrough, both, neither, rules, posts } = comparison;
  return {
    policy: policyOf(policy),
    stopped,
    letThrough,
    both,
    neither,
    rules: rules.map(({ rule, clause, posts: count }) => ({ rule, clause, posts: count })),
    posts: posts.map((post) => ({ ...placeOf(post), side: post.side, rules: post.rules })),
  };
};

/** What stands before the posts. */
export const auditHeadOf = (head: ReportHead): object => headOf(head, SCHEMA);

/** What stands behind them, in the shape that `schema/audit.schema.json` describes. */
export const auditTailOf = (summary: AuditSummary): object => ({
  period: periodOf(summary.period),
  previous: summary.previous && periodOf(summary.previous),
  timezone: summary.timezone,
  today: summary.today,
  account: summary.account && accountOf(summary.account),
  sums: summary.sums,
  counts: { ...bySeverity(summary.posts), clean: summary.posts.clean },
  findings: bySeverity(summary.findings),
  findingsBefore: summary.findingsBefore && bySeverity(summary.findingsBefore),
  waived: summary.waived,
  withFindings: summary.listable,
  due: summary.due,
  errors: {
    due: summary.errors.due,
    deleted: summary.errors.deleted,
    otherwise: summary.errors.otherwise,
    guesses: summary.errors.guesses,
  },
  rules: summary.rules.map(
    ({ rule, clause, section, requires, severity, findings, posts, before }) => ({
      rule,
      clause,
      section,
      requires,
      severity,
      findings,
      posts,
      before,
    }),
  ),
  hours: summary.hours,
  windows: summary.windows.map(({ policy, days, from, to }) => ({ policy, days, from, to })),
  weeks: summary.weeks.map(({ start, posts, findings }) => ({
    start,
    posts,
    findings: bySeverity(findings),
  })),
  purposes: Object.fromEntries(PURPOSES.map((purpose) => [purpose, summary.purposes[purpose]])),
  excused: summary.excused.map(({ rule, by, what, post, text }) => ({
    rule,
    by,
    what,
    post: placeOf(post),
    text,
  })),
  excusedCounts: summary.excusedCounts,
  answers: summary.answers.map(({ items, ...answer }) => ({
    policy: answer.policy,
    rule: answer.rule,
    clause: answer.clause,
    requires: answer.requires,
    severity: answer.severity,
    status: answer.status,
    told: answer.told,
    advice: answer.advice,
    items: items.map(({ told, post }) => ({ told, post: post && placeOf(post) })),
    count: answer.count,
  })),
  unchecked: summary.unchecked.map(({ reason, rules, posts }) => ({ reason, rules, posts })),
  signOffs: summary.signOffs.map(({ name, requires, owner, every, last, next, status }) => ({
    name,
    requires,
    owner,
    every,
    last,
    next,
    status,
  })),
  comparison: summary.comparison && comparisonOf(summary.comparison),
  terms: summary.terms.map(periodOf),
  notices: noticesOf(summary.notices),
  problems: problemsOf(summary.problems),
});
