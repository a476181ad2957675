import type { Policy } from '../core/policy.ts';
import { didYouMean } from '../syntax/closest.ts';
import type { Mistake, Path } from '../syntax/place.ts';
import type { Mapping } from '../syntax/plain-data.ts';
import { isMapping, listOf, mappingOf } from '../syntax/plain-data.ts';
import { quote } from '../syntax/words.ts';
import type { Graph } from './circles.ts';
import { findCircles } from './circles.ts';

/** A rule that a condition asks, and where it does. */
interface Reference {
  readonly rule: string;
  readonly path: Path;
}

/** A rule with the rules that its conditions ask. */
export interface Asking {
  readonly id: string;
  readonly asked: readonly Reference[];
}

/** More in a row nobody understands, and each costs room on the stack. */
const MOST_IN_A_ROW = 64;

/** Every rule that a condition asks, at any depth. */
const referencesIn = (condition: unknown, path: Path): readonly Reference[] => {
  if (!isMapping(condition)) return [];
  const { rule, not } = condition;
  const nested = ['all', 'any'].flatMap((key) =>
    listOf(condition[key]).flatMap((one, index) => referencesIn(one, [...path, key, index])),
  );
  return [
    ...(typeof rule === 'string' ? [{ rule, path: [...path, 'rule'] }] : []),
    ...nested,
    ...referencesIn(not, [...path, 'not']),
  ];
};

/** The rules that the conditions of a rule, or of a change of one, ask. */
export const referencesOf = (rule: Mapping, path: Path): readonly Reference[] =>
  ['when', 'unless'].flatMap((key) => referencesIn(rule[key], [...path, key]));

/** Who asks whom; a rule may stand there several times, as its changes do. */
const graphOf = (asking: readonly Asking[]): Graph => {
  const asks = new Map<string, string[]>();
  for (const { id, asked } of asking) {
    const known = asks.get(id) ?? [];
    for (const { rule } of asked) known.push(rule);
    asks.set(id, known);
  }
  return asks;
};

/** Rules that `asking` asks and that are not there, or that come back to the rule that asks. */
export const askingMistakes = (
  asking: readonly Asking[],
  others: readonly Asking[],
): readonly Mistake[] => {
  if (asking.every(({ asked }) => asked.length === 0)) return [];
  const asks = graphOf([...others, ...asking]);
  const { isInCircle, depthOf } = findCircles(asks);
  return asking.flatMap(({ id, asked }) =>
    asked.flatMap(({ rule, path }): readonly Mistake[] => {
      const wrong = (message: string): readonly Mistake[] => [{ kind: 'wrong', path, message }];
      if (!asks.has(rule)) {
        const hint = didYouMean(rule, asks.keys()) || ': name one of this policy';
        return wrong(`there is no rule ${quote(rule)}${hint}`);
      }
      if (isInCircle(id, rule)) return wrong(`the rule ${quote(id)} asks itself in the end`);
      const isTooDeep = depthOf(id) > MOST_IN_A_ROW && depthOf(rule) === MOST_IN_A_ROW;
      return isTooDeep ? wrong(`at most ${MOST_IN_A_ROW} rules may ask one another in a row`) : [];
    }),
  );
};

/** The rules of a policy; what is switched off is there and asks nobody. */
export const askingOf = ({ rules, off }: Pick<Policy, 'rules' | 'off'>): readonly Asking[] => [
  ...rules.map((rule) => ({ id: rule.id, asked: referencesOf({ ...rule }, []) })),
  ...off.map(({ rule }) => ({ id: rule, asked: [] })),
];

/** Conditions that ask rules which are not there, or that come back to the rule that asks. */
export const referenceMistakes = (file: Mapping, base?: Policy): readonly Mistake[] => {
  const own = listOf(file['rules']).map((rule, index) => ({
    id: String(mappingOf(rule)['id']),
    asked: referencesOf(mappingOf(rule), ['rules', index]),
  }));
  const ids = new Set(own.map(({ id }) => id));
  const inherited = base ? askingOf(base).filter(({ id }) => !ids.has(id)) : [];
  return askingMistakes(own, inherited);
};
