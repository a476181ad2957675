import path from 'node:path';
import type { Document, YAMLSeq } from 'yaml';
import { isMap, isSeq, parseDocument } from 'yaml';
import type { Policy } from '../core/policy.ts';
import type { Problem } from '../core/problem.ts';
import { isDate } from '../core/calendar-dates.ts';
import { visible } from '../report/cells.ts';
import { dateInWords } from '../report/when.ts';
import { didYouMean } from '../syntax/closest.ts';
import type { Io, Outcome } from './io.ts';
import type { SignOffOptions } from './options.ts';
import { refuse, say } from './say.ts';
import { setUp } from './setup.ts';
import { readSignOffs } from './sign-offs-file.ts';
import { dayOf } from './today.ts';
import { writeReport } from './write-report.ts';

const HEADER =
  '# What people have confirmed: policy-lint signoff writes it, policy-lint due reads it.';

/** `policy/clause`, or a clause that one active policy alone has. */
const findClause = (
  named: string,
  policies: readonly Policy[],
): { readonly name: string } | { readonly message: string } => {
  const all = policies.flatMap(({ info, clauses }) =>
    clauses.map((clause) => ({ name: `${info.id}/${clause.id}`, clause })),
  );
  const meant = all.filter(({ name, clause }) => name === named || clause.id === named);
  const [one] = meant;
  if (!one) {
    const names = all.flatMap(({ name, clause }) => [name, clause.id]);
    const hint = didYouMean(named, names) || ': policy-lint due lists what is due';
    return { message: `there is no clause “${named}” in an active policy${hint}` };
  }
  if (meant.length > 1) {
    return { message: `several policies have a clause “${named}”: write it as ${one.name}` };
  }
  if (one.clause.signOff) return { name: one.name };
  return {
    message: `${one.name} needs no sign-off: policy-lint coverage says what answers for it`,
  };
};

const mistakesIn = ({ by, on }: SignOffOptions, today: string): readonly Problem[] => {
  const who = by?.trim()
    ? []
    : [{ file: '--by', message: 'say who confirms it, as --by "M. Idris, headteacher"' }];
  if (on === undefined) return who;
  if (!isDate(on)) {
    return [...who, { file: '--on', message: `“${on}” is no day: write it as 2026-09-03` }];
  }
  if (on <= today) return who;
  return [...who, { file: '--on', message: `${on} is still to come: sign off what was done` }];
};

interface SignOff {
  readonly clause: string;
  readonly last: string;
  readonly by: string;
  readonly note?: string;
}

/** The file with this sign-off in it: the one of its clause is renewed, all else stays as written. */
const withSignOff = (text: string, signOff: SignOff): string => {
  const document: Document = parseDocument(text);
  const before: Document = isSeq(document.contents)
    ? document
    : parseDocument(`${text.trim() === '' ? HEADER : text.trimEnd()}\n[]\n`);
  const list = before.contents as YAMLSeq;
  list.flow = false;
  const known = list.items.find((item) => isMap(item) && item.get('clause') === signOff.clause);
  if (isMap(known)) {
    // What was looked at last time is not what was looked at now.
    known.delete('note');
    for (const [key, value] of Object.entries(signOff)) known.set(key, value);
  } else list.add(before.createNode(signOff));
  return before.toString({ lineWidth: 0 });
};

/** `policy-lint signoff CLAUSE --by WHO`: records that somebody confirmed what only people can. */
export const signOffCommand = async (
  named: string,
  options: SignOffOptions,
  io: Io,
): Promise<Outcome> => {
  const { policies, signOffs: file, timezone, problems, notes } = await setUp(options, io);
  if (problems.length > 0) return refuse(problems, io, notes);
  const today = dayOf(io.nowMs, timezone);
  const found = findClause(named, policies);
  const read = readSignOffs(file, policies, today, io);
  const refusals = [
    ...('message' in found ? [{ file: 'signoff', message: found.message }] : []),
    ...mistakesIn(options, today),
    ...read.problems,
  ];
  if (refusals.length > 0 || 'message' in found) return refuse(refusals, io, notes);
  const { by = '', on: last = today, note } = options;
  const signOff = { clause: found.name, last, by: by.trim(), ...(note && { note }) };
  const shown = path.relative(io.cwd, file) || file;
  const unwritten = writeReport(file, withSignOff(read.text, signOff), io, {
    what: 'the sign-off',
  });
  if (unwritten) return refuse([unwritten], io, notes);
  const told = `${found.name}: confirmed ${dateInWords(last)} by ${signOff.by} (${shown})`;
  return { exitCode: 0, stdout: `${visible(told)}\n`, stderr: say([], io, notes) };
};
