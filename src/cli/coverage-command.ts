import type { Coverage } from '../policy/coverage.ts';
import { coverageOf } from '../policy/coverage.ts';
import { coverageText } from '../report/coverage.ts';
import { toJson } from '../report/json.ts';
import { wantsColour } from './colour.ts';
import type { Io, Outcome } from './io.ts';
import { setUpNamed } from './named-policies.ts';
import type { LintOptions } from './options.ts';
import { paintFor } from './paint.ts';
import { refuse, say } from './say.ts';
import { PLAIN } from '../report/index.ts';

const toData = ({ policy, clauses }: Coverage) => ({
  policy: policy.info.id,
  clauses: clauses.map(
    ({ clause: { id, section, requires, kind }, status, rules, audits, by }) => ({
      id,
      section,
      requires,
      kind,
      status,
      rules,
      audits,
      ...(by !== undefined && { by }),
    }),
  ),
});

/** `policy-lint coverage [policies…]`: what answers for each clause. */
export const coverageCommand = async (
  named: readonly string[],
  options: LintOptions,
  io: Io,
): Promise<Outcome> => {
  const { policies, problems, notes } = await setUpNamed(named, options, io);
  if (problems.length > 0) return refuse(problems, io, notes);
  const covered = policies.map(coverageOf);
  const stderr = say([], io, notes);
  if (options.format !== 'text') {
    const data = covered.map(toData);
    const stdout =
      options.format === 'ndjson'
        ? data.map((one) => `${toJson(one)}\n`).join('')
        : `${toJson(data.length === 1 ? data[0] : data, 2)}\n`;
    return { exitCode: 0, stdout, stderr };
  }
  const paint = wantsColour(options.color, io, false) ? await paintFor(true) : PLAIN;
  const width = io.columns() ?? 80;
  const stdout = covered.map((one) => coverageText(one, { width, paint, reveal: true })).join('\n');
  return { exitCode: 0, stdout, stderr };
};
