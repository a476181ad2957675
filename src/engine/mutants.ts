import { safeParse } from 'valibot';
import type { Check } from '../checks/check.ts';
import type { Condition, Policy, Rule } from '../core/policy.ts';
import type { Tools } from '../document/document.ts';
import type { PreparedRule } from './prepare.ts';
import { createAsked, judgedBy, preparePolicy } from './prepare.ts';
import type { ReadExample, TestBench } from './rule-tests.ts';
import { findFailure, readExamples } from './rule-tests.ts';
import { toolsFor } from './tools.ts';

/** A rule broken in one way; `what` finishes “broken so: …”. */
interface Mutant {
  readonly what: string;
  readonly rule: Rule;
}

/** A way of breaking a rule that none of its examples notices. */
export interface Unnoticed {
  readonly rule: Rule;
  readonly what: string;
}

type Params = Rule['with'];

/** Of a longer list only the first items are left out one by one: each costs all examples again. */
const MOST_ITEMS = 60;

const without = <T extends object>(whole: T, key: string): T =>
  Object.fromEntries(Object.entries(whole).filter(([one]) => one !== key)) as T;

const shown = (value: unknown): string => JSON.stringify(value) ?? '';

/** Values near to one: the other truth, the next number, a list without each of its items. */
const nearTo = (value: unknown): readonly (readonly [string, unknown])[] => {
  if (typeof value === 'boolean') return [[`set to ${String(!value)}`, !value]];
  if (typeof value === 'number') return [[`set to ${value + 1}`, value + 1]];
  if (!Array.isArray(value) || value.length < 2) return [];
  return (value as readonly unknown[])
    .slice(0, MOST_ITEMS)
    .map((item, index): [string, unknown] => [
      `without ${shown(item)}`,
      value.filter((_, at) => at !== index),
    ]);
};

const brokenParams = (given: Params): readonly (readonly [string, Params])[] =>
  Object.entries(given).flatMap(([key, value]) => [
    [`without ${key}`, without(given, key)] as const,
    ...nearTo(value).map(([what, near]) => [`${key} ${what}`, { ...given, [key]: near }] as const),
  ]);

/** A condition without a key, and without what means nothing once that is gone. */
const withoutAlone = (condition: Condition, key: string): Condition => {
  const rest = without(condition, key);
  const bare = key === 'check' ? without(rest, 'with') : rest;
  return bare.check === undefined && bare.rule === undefined ? without(bare, 'confidence') : bare;
};

/** A condition with one of its parts left out. */
const brokenCondition = (condition: Condition): readonly (readonly [string, Condition])[] =>
  Object.entries(condition).flatMap(([key, value]): readonly (readonly [string, Condition])[] => {
    if (key === 'with' || key === 'confidence') return [];
    if ((key === 'any' || key === 'all') && Array.isArray(value) && value.length > 1) {
      return (value as readonly Condition[]).map((part, index) => [
        `without ${shown(part)}`,
        { ...condition, [key]: value.filter((_, at) => at !== index) },
      ]);
    }
    const rest = withoutAlone(condition, key);
    return Object.keys(rest).length > 0 ? [[`without ${key}`, rest]] : [];
  });

/** The default behind a parameter may be what the rule says: then nothing was broken. */
const isOther = (check: Check, before: Params, after: Params): boolean => {
  const [one, other] = [safeParse(check.params, before), safeParse(check.params, after)];
  return other.success && shown(one.output) !== shown(other.output);
};

/** A rule that is asked of others’ words as well, without each of the kinds that it judges. */
const otherKinds = (rule: Rule): readonly Mutant[] =>
  (rule.judges ?? []).map((kind) => ({
    what: `judges without ${kind}`,
    rule: { ...rule, judges: judgedBy(rule).filter((one) => one !== kind) },
  }));

const mutantsOf = (rule: Rule, check: Check): readonly Mutant[] => {
  const conditions = (['when', 'unless'] as const).flatMap((key): readonly Mutant[] => {
    const condition = rule[key];
    if (!condition) return [];
    return [
      { what: `without ${key}`, rule: without(rule, key) },
      ...brokenCondition(condition).map(([what, broken]) => ({
        what: `${key} ${what}`,
        rule: { ...rule, [key]: broken },
      })),
    ];
  });
  const params = brokenParams(rule.with)
    .filter(([, broken]) => isOther(check, rule.with, broken))
    .map(([what, broken]) => ({ what, rule: { ...rule, with: broken } }));
  return [...conditions, ...params, ...otherKinds(rule)];
};

const NEVER: PreparedRule['run'] = () => [];

const isNoticed = (
  broken: PreparedRule,
  examples: readonly ReadExample[],
  usual: readonly boolean[],
): boolean =>
  examples.some((one, index) => (findFailure(broken, one) === undefined) !== usual[index]);

/** Breaks each rule in turn, in every small way, and tells which its examples do not notice. */
export async function* findUnnoticed(
  policy: Policy,
  bench: TestBench,
): AsyncGenerator<{
  readonly rule: Rule;
  readonly tried: number;
  readonly unnoticed: readonly Unnoticed[];
}> {
  const asked = createAsked(bench.checks);
  preparePolicy(policy, bench.checks, asked);
  let tools: Tools = toolsFor(asked);
  for (const rule of policy.rules) {
    const read = await readExamples(rule, policy, bench, tools);
    tools = read.tools;
    // Other rules stay as they are, for conditions that ask them.
    const prepare = (changed: Rule): PreparedRule => {
      const rules = policy.rules.map((one) => (one.id === rule.id ? changed : one));
      const { rules: prepared } = preparePolicy({ ...policy, rules }, bench.checks);
      return prepared.find(({ rule: { id } }) => id === rule.id)!;
    };
    const whole = prepare(rule);
    const usual = read.examples.map((one) => findFailure(whole, one) === undefined);
    const mutants = mutantsOf(rule, bench.checks.get(rule.check)!);
    const isSilentNoticed = isNoticed(
      { ...whole, run: NEVER, lacks: undefined },
      read.examples,
      usual,
    );
    const unnoticed = mutants.filter(
      (mutant) => !isNoticed(prepare(mutant.rule), read.examples, usual),
    );
    yield {
      rule,
      tried: mutants.length + 1,
      unnoticed: [
        ...(isSilentNoticed ? [] : [{ rule, what: 'never finding anything' }]),
        ...unnoticed.map(({ what }) => ({ rule, what })),
      ],
    };
  }
}
