import type { Policy } from '../core/policy.ts';
import type { SignOffState } from '../policy/sign-offs.ts';
import { signOffStates } from '../policy/sign-offs.ts';
import { toJson } from '../report/json.ts';
import { dueText } from '../report/due.ts';
import { overdueReviews } from '../report/reviews.ts';
import { PLAIN } from '../report/index.ts';
import { wantsColour } from './colour.ts';
import { paintFor } from './paint.ts';
import type { Io, Outcome } from './io.ts';
import type { LintOptions } from './options.ts';
import { readSignOffs } from './sign-offs-file.ts';
import { refuse, say } from './say.ts';
import { setUp } from './setup.ts';
import { dayOf } from './today.ts';

const stateOf = ({ name, owner, every, last, by, next, status, clause }: SignOffState) => ({
  clause: name,
  requires: clause.requires,
  owner,
  every,
  last,
  by,
  next,
  status,
});

const toData = (states: readonly SignOffState[], reviews: readonly Policy[]) => ({
  due: states.filter(isWanted).map(stateOf),
  others: states.filter((state) => !isWanted(state)).map(stateOf),
  reviews: reviews.map(({ info }) => ({ policy: info.id, reviewDue: info.reviewDue })),
});

const isWanted = ({ status }: SignOffState): boolean => status === 'never' || status === 'overdue';

/** `policy-lint due`: what people have to confirm and have not, or not lately. */
export const dueCommand = async (options: LintOptions, io: Io): Promise<Outcome> => {
  const setup = await setUp(options, io);
  const { policies, signOffs: file, timezone, school, problems, notes } = setup;
  if (problems.length > 0) return refuse(problems, io, notes);
  const today = dayOf(io.nowMs, timezone);
  const read = readSignOffs(file, policies, today, io);
  if (read.problems.length > 0) return refuse(read.problems, io, notes);
  const states = signOffStates(policies, read.signOffs, today);
  const reviews = overdueReviews(policies, today, school.reviews);
  const exitCode = states.some(isWanted) || reviews.length > 0 ? 1 : 0;
  const stderr = say([], io, notes);
  if (options.format !== 'text') {
    const indent = options.format === 'ndjson' ? undefined : 2;
    return { exitCode, stdout: `${toJson(toData(states, reviews), indent)}\n`, stderr };
  }
  const paint = wantsColour(options.color, io, false) ? await paintFor(true) : PLAIN;
  const how = { width: io.columns() ?? 80, reveal: true, paint };
  return { exitCode, stdout: dueText({ states, reviews }, how), stderr };
};
