import type { Check, CheckInput } from '../checks/check.ts';
import type { Condition } from '../core/policy.ts';
import { toLocal } from '../time/zone.ts';

/** A condition ready to be asked of many posts. */
export type Predicate = (input: CheckInput) => boolean;

const list = <T extends string>(value: T | readonly T[]): readonly T[] =>
  typeof value === 'string' ? [value] : value;

/** Whole words without their plural, so that a `trip` is neither a strip nor a tripwire. */
const wordsOf = (text: string): string =>
  ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/(?<=[^s])s$/u, ''))
    .filter((word) => word !== '')
    .join(' ')} `;

/** Whether what the author declared (true, or a word) is what the policy asks for. */
const isDeclaredAs = (
  declared: boolean | string | undefined,
  wanted: boolean | string | readonly string[],
): boolean => {
  const isDeclared = declared !== undefined && declared !== false && declared !== '';
  if (typeof wanted === 'boolean') return isDeclared === wanted;
  if (typeof declared !== 'string') return false;
  const said = wordsOf(declared);
  return list(wanted).some((word) => said.includes(wordsOf(word)));
};

const calendarTitle = ({ document, atMs }: CheckInput): string | undefined =>
  atMs === null
    ? undefined
    : document.school.calendar.find(({ startMs, endMs }) => atMs >= startMs && atMs < endMs)?.title;

const clock = (hour: number, minute: number, second: number): string =>
  [hour, minute, second].map((value) => String(value).padStart(2, '0')).join(':');

const isWithin = ({ days, from, to }: NonNullable<Condition['at']>): Predicate => {
  return ({ atMs, timezone }) => {
    if (atMs === null) return false;
    const local = toLocal(atMs, timezone);
    const time = clock(local.hour, local.minute, local.second);
    const isAfter = !from || time >= `${from}:00`;
    const isBefore = !to || time <= `${to}:00`;
    const crossesMidnight = from !== undefined && to !== undefined && from > to;
    const isInHours = crossesMidnight ? isAfter || isBefore : isAfter && isBefore;
    return isInHours && (!days || days.includes(local.weekday));
  };
};

/** One predicate per key; all of them must hold. Unknown checks were refused when the policy loaded. */
const predicates = (
  condition: Condition,
  checks: ReadonlyMap<string, Check>,
): readonly Predicate[] => {
  const compile = (inner: Condition): Predicate => compileCondition(inner, checks);
  const made: Predicate[] = [];
  const { all, any, not, account, reply, media, event, urgent, scheduled, at, check } = condition;
  if (all) made.push(...all.map(compile));
  if (any) {
    const options = any.map(compile);
    made.push((input) => options.some((option) => option(input)));
  }
  if (not) {
    const inner = compile(not);
    made.push((input) => !inner(input));
  }
  if (account) {
    const kinds = list(account);
    made.push(({ document }) => kinds.includes(document.speaker.kind));
  }
  if (reply !== undefined) {
    made.push(({ document }) => (document.post.replyTo !== undefined) === reply);
  }
  if (media !== undefined) {
    made.push(({ document }) => document.post.media.length > 0 === media);
  }
  if (event !== undefined) {
    made.push((input) => isDeclaredAs(input.document.post.event || calendarTitle(input), event));
  }
  if (urgent !== undefined) {
    made.push(({ document }) => isDeclaredAs(document.post.urgent, urgent));
  }
  if (scheduled !== undefined) made.push(({ atMs }) => (atMs !== null) === scheduled);
  if (at) made.push(isWithin(at));
  if (check !== undefined) {
    const run = checks.get(check)!.prepare(condition.with ?? {});
    made.push((input) => {
      for (const _breach of run(input)) return true;
      return false;
    });
  }
  return made;
};

export const compileCondition = (
  condition: Condition,
  checks: ReadonlyMap<string, Check>,
): Predicate => {
  const parts = predicates(condition, checks);
  return (input) => parts.every((holds) => holds(input));
};
