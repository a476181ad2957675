import {
  description,
  integer,
  literal,
  minValue,
  number,
  pipe,
  record,
  regex,
  safeParse,
  strictObject,
  string,
} from 'valibot';
import type { Loaded, Problem } from '../core/problem.ts';
import type { Baseline } from '../core/waiver.ts';
import { findMistakes } from '../syntax/mistakes.ts';
import { isDate } from '../core/calendar-dates.ts';

const SCHEMA = 'policy-lint/baseline@1';

/** The findings that were there when the school began, as fingerprints, rules and counts alone. */
export const baselineSchema = strictObject({
  schema: pipe(literal(SCHEMA), description('Name and version of this shape')),
  made: pipe(
    string(),
    regex(/^\d{4}-\d{2}-\d{2}$/u, 'must be a day as 2026-11-23'),
    description('The day on which it was written'),
  ),
  findings: pipe(
    record(
      pipe(string(), regex(/^[0-9a-f]{16}$/u, 'must be the fingerprint of a post')),
      record(
        pipe(string(), regex(/^[^/\s]+\/[^/\s]+$/u, 'must be policy/rule')),
        pipe(number(), integer(), minValue(1)),
      ),
    ),
    description('How often each rule was broken, by the fingerprint of the post'),
  ),
});

const ANEW = 'write it anew with policy-lint --write-baseline';

/** Where two people’s versions were put together and nobody decided. */
const CONFLICT = /^(?:<{7}|={7}|>{7})(?: |\r?$)/mu;

const lineAt = (text: string, offset: number): number => {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
  }
  return line;
};

const parse = (
  text: string,
  file: string,
): { readonly value: unknown } | { readonly problem: Problem } => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    const conflict = CONFLICT.exec(text)?.index;
    const message =
      conflict === undefined
        ? `this is no JSON: restore the file, or ${ANEW}`
        : `two versions of the file were merged and left standing side by side: keep one, or ${ANEW}`;
    const line = conflict === undefined ? {} : { line: lineAt(text, conflict) };
    return { problem: { file, ...line, message } };
  }
};

const NOTHING: Baseline = new Map();
const MOST_PROBLEMS = 20;

/** Reads a baseline; one with a mistake excuses nothing. */
export const readBaseline = (written: string, file: string): Loaded<Baseline> => {
  const text = written.replace(/^\uFEFF/u, '');
  const read = parse(text, file);
  if ('problem' in read) return { value: NOTHING, problems: [read.problem] };
  /** Keys are looked up in the text: a fingerprint stands once in it, and its rules come after it. */
  const placed = (path: readonly (string | number)[], message: string): Problem => {
    let at = -1;
    for (const key of path) {
      const next = text.indexOf(JSON.stringify(key), at + 1);
      if (next < 0) break;
      at = next;
    }
    return at < 0 ? { file, message } : { file, line: lineAt(text, at), message };
  };
  const mistakes = findMistakes(baselineSchema, read.value);
  const { output, success } = safeParse(baselineSchema, read.value);
  if (mistakes.length > 0 || !success) {
    const problems = mistakes
      .slice(0, MOST_PROBLEMS)
      .map(({ path, message }) => placed(path, `${message} (${ANEW})`));
    return { value: NOTHING, problems };
  }
  if (!isDate(output.made)) {
    return { value: NOTHING, problems: [placed(['made'], `there is no day ${output.made}`)] };
  }
  const value = new Map(
    Object.entries(output.findings).map(([post, rules]) => [post, new Map(Object.entries(rules))]),
  );
  return { value, problems: [] };
};

const sorted = <T>(entries: ReadonlyMap<string, T>): readonly (readonly [string, T])[] =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

/** A baseline as its file holds it, the same whatever the order in which posts were judged. `made` is a day. */
export const baselineText = (baseline: Baseline, made: string): string => {
  const findings = sorted(baseline).map(([post, rules]) => [
    post,
    Object.fromEntries(sorted(rules)),
  ]);
  const file = { schema: SCHEMA, made, findings: Object.fromEntries(findings) as object };
  return `${JSON.stringify(file, null, 2)}\n`;
};
