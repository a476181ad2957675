import type { ArchiveAccount } from '../../core/archive.ts';
import type { AuditSummary } from '../../core/audit.ts';
import type { Policy } from '../../core/policy.ts';
import { CADENCE_WORDS } from '../../core/policy.ts';
import type { Notice, Problem } from '../../core/problem.ts';
import type { JudgedPost } from '../../core/report.ts';
import { AUDITS } from '../../audits/index.ts';
import { startAudits } from '../../engine/audit-answers.ts';
import type { Stretches } from '../../engine/audit/stretch.ts';
import { stretchOf } from '../../engine/audit/stretch.ts';
import type { AddingUp } from '../../engine/audit/summary.ts';
import { createSummary } from '../../engine/audit/summary.ts';
import { signOffStates } from '../../policy/sign-offs.ts';
import { findPeriod, termPeriods } from '../../time/period.ts';
import type { Io } from '../io.ts';
import type { Setup } from '../setup.ts';
import { readSignOffs } from '../sign-offs-file.ts';
import { dayOf } from '../today.ts';
import { createVerdict } from '../verdict.ts';
import type { AuditOptions } from '../options.ts';

/** The first post of the network, 21 March 2006: nothing in an archive is older. */
const FIRST_POST = Date.UTC(2006, 2, 21);

interface BookSettings {
  readonly setup: Setup;
  readonly options: AuditOptions;
  readonly account?: ArchiveAccount;
  readonly compared?: Policy;
  /** The moment of the run, milliseconds since 1970 UTC. */
  readonly nowMs: number;
}

/** A post that counts, as it is to be reported. */
export interface Entered {
  readonly judged: JudgedPost;
  readonly stretch: 'period' | 'before';
}

/** All that an audit adds up while its posts come. */
export interface Book {
  readonly stretches: Stretches;
  /** What was assumed, a sentence each. */
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
  readonly summary: AddingUp;
  /** Takes a judged post; gives it back as it is to be reported, unless it lies outside both periods. */
  readonly add: (judged: JudgedPost) => Entered | undefined;
  readonly end: (told: {
    readonly notices: readonly Notice[];
    readonly problems: readonly Problem[];
  }) => { readonly summary: AuditSummary; readonly exitCode: 0 | 1 | 2 };
}

/** Opens the book of an audit, or says why it cannot be held. */
export const openBook = (
  { setup, options, account, compared, nowMs }: BookSettings,
  io: Io,
): Book | { readonly problem: Problem } => {
  const { policies, school, timezone } = setup;
  const bounds = {
    firstMs: account?.profile.createdMs ?? FIRST_POST,
    lastMs: Math.max(account?.exportedMs ?? nowMs, account?.profile.createdMs ?? FIRST_POST),
  };
  const found = findPeriod(options, school.terms, nowMs, timezone, bounds);
  if ('problem' in found) return { problem: { file: 'policy-lint', message: found.problem } };
  const { period, previous, notes } = found;
  const isWhole = [options.term, options.from, options.to].every((one) => one === undefined);
  const stretches = { period, ...(previous && { previous }), isWhole };
  const today = dayOf(nowMs, timezone);
  const { signOffs, problems } = readSignOffs(setup.signOffs, policies, today, io);
  const summary = createSummary({
    policies,
    ...(compared && { compared }),
    ...stretches,
    timezone,
    today,
    ...(account && { account }),
    terms: termPeriods(school.terms, timezone),
  });
  const audits = startAudits(policies, AUDITS, {
    school,
    period,
    nowMs,
    ...(account && { account }),
  });
  const verdict = createVerdict(options);
  return {
    stretches,
    notes,
    problems,
    summary,
    add(judged) {
      const stretch = stretchOf(judged.post, stretches);
      if (stretch === 'outside') {
        summary.outside();
        return undefined;
      }
      const own = summary.add(judged, stretch);
      if (stretch === 'period') {
        audits.add(own);
        verdict.add(own.findings);
      }
      return { judged: own, stretch };
    },
    end({ notices, problems: unread }) {
      const answers = audits.end();
      const ended = summary.end({
        answers,
        signOffs: signOffStates(policies, signOffs, today).map(
          ({ name, clause, owner, every, last, next, status }) => ({
            name,
            requires: clause.requires,
            owner,
            every: CADENCE_WORDS[every],
            ...(last !== undefined && { last }),
            ...(next !== undefined && { next }),
            status,
          }),
        ),
        notices: [...setup.notices, ...notices],
        problems: unread,
      });
      const isBroken = answers.some(
        ({ status, severity }) => status === 'broken' && severity === 'error',
      );
      const exitCode = verdict.exitCode(unread.length);
      return { summary: ended, exitCode: exitCode === 0 && isBroken ? 1 : exitCode };
    },
  };
};
