import type { Policy, Rule } from '../core/policy.ts';
import { PLAIN } from '../report/index.ts';
import { explain } from '../report/explain.ts';
import { didYouMean } from '../syntax/closest.ts';
import { wantsColour } from './colour.ts';
import type { Io, Outcome } from './io.ts';
import type { LintOptions } from './options.ts';
import { paintFor } from './paint.ts';
import { refuse, say } from './say.ts';
import { setUp } from './setup.ts';

interface Found {
  readonly policy: Policy;
  readonly rule: Rule;
}

const fullName = ({ policy, rule }: Found): string => `${policy.info.id}/${rule.id}`;

/** Rules that a name means: `policy/rule`, the rule alone, or the clause it stands for. */
const findRules = (named: string, all: readonly Found[]): readonly Found[] =>
  all.filter(
    (found) => fullName(found) === named || found.rule.id === named || found.rule.clause === named,
  );

/** `policy-lint explain RULE`: what a rule asks, why, and posts that it flags and allows. */
export const explainCommand = async (
  named: string,
  options: LintOptions,
  io: Io,
): Promise<Outcome> => {
  const { policies, problems, notes } = await setUp(options, io, { withExamples: true });
  if (problems.length > 0) return refuse(problems, io, notes);
  const all = policies.flatMap((policy) => policy.rules.map((rule) => ({ policy, rule })));
  const found = findRules(named, all);
  if (found.length === 0) {
    const names = all.flatMap((one) => [fullName(one), one.rule.id]);
    const hint = didYouMean(named, names) || '.';
    const message = `there is no rule “${named}”${hint} “policy-lint policies” lists them all.`;
    return refuse([{ file: 'explain', message }], io, notes);
  }
  const paint = wantsColour(options.color, io, false) ? await paintFor(true) : PLAIN;
  const told = found.map((one) => explain(one, { width: io.columns() ?? 80, reveal: true, paint }));
  return { exitCode: 0, stdout: told.join('\n'), stderr: say([], io, notes) };
};
