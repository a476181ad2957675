import type { Policy } from '../../core/policy.ts';
import type { Problem } from '../../core/problem.ts';
import { findPeriod } from '../../time/period.ts';
import type { Io, Outcome } from '../io.ts';
import type { AuditOptions } from '../options.ts';
import { refuse } from '../say.ts';
import type { Setup } from '../setup.ts';
import { setUp } from '../setup.ts';
import { readTimeOf } from '../take-posts.ts';
import { findCompared } from './compared.ts';
import type { Output } from './outputs.ts';
import { outputsOf } from './outputs.ts';

/** What an audit stands on. */
export interface Begun {
  readonly setup: Setup;
  readonly outputs: readonly Output[];
  /** The policy that `--compare` names. */
  readonly compared?: Policy;
  /** Ours, and what they are compared with. */
  readonly policies: readonly Policy[];
  /** The moment of the run, milliseconds since 1970 UTC: the clock's, or what `--now` names. */
  readonly nowMs: number;
}

/** Sets up an audit, or says all at once why it cannot start. */
export const beginAudit = async (
  files: readonly string[],
  options: AuditOptions,
  io: Io,
): Promise<Begun | { readonly refused: Outcome }> => {
  const { outputs, problems: unwritable } = outputsOf(options, files, io);
  const setup = await setUp(options, io, { isAudit: true });
  const { policy: compared, problems: ofCompared } = await findCompared(
    options,
    setup.policies,
    io,
  );
  const now = readTimeOf(options.now, '--now', setup.timezone);
  const nowMs = now && 'epochMs' in now ? now.epochMs : io.nowMs;
  // Whatever the archive holds: a term that nobody knows is told before it is opened.
  const bounds = { firstMs: 0, lastMs: nowMs };
  const period = findPeriod(options, setup.school.terms, nowMs, setup.timezone, bounds);
  const refusals: readonly Problem[] = [
    ...unwritable,
    ...setup.problems,
    ...ofCompared,
    ...(now && 'message' in now ? [now] : []),
    ...('problem' in period ? [{ file: 'policy-lint', message: period.problem }] : []),
  ];
  if (refusals.length > 0) return { refused: refuse(refusals, io, setup.notes) };
  return {
    setup,
    outputs,
    ...(compared && { compared }),
    policies: [...setup.policies, ...(compared ? [compared] : [])],
    nowMs,
  };
};
