import type { Mistake, Path } from '../syntax/place.ts';
import type { Mapping } from '../syntax/plain-data.ts';
import { isMapping, listOf } from '../syntax/plain-data.ts';
import { didYouMean } from '../syntax/closest.ts';
import { findMistakes } from '../syntax/mistakes.ts';
import { quote } from '../syntax/words.ts';
import type { Catalogue } from './catalogue.ts';

/** What is wrong with the question that a rule or a condition asks: the check and its parameters. */
export const questionMistakes = (
  asked: Mapping,
  path: Path,
  catalogue: Catalogue,
): readonly Mistake[] => {
  const name = asked['check'];
  if (typeof name !== 'string') return [];
  const check = catalogue.checks.get(name);
  if (!check) {
    const names = [...catalogue.checks.keys()].sort();
    const hint = didYouMean(name, names) || `: the checks are ${names.join(', ')}`;
    const message = `there is no check ${quote(name)}${hint}`;
    return [{ kind: 'wrong', path: [...path, 'check'], message }];
  }
  const given = asked['with'];
  if (given === undefined) return findMistakes(check.params, {}, [...path, 'check']);
  return isMapping(given) ? findMistakes(check.params, given, [...path, 'with']) : [];
};

/** The same for a condition and every one inside it. Depth is bounded by the reader of YAML. */
export const conditionMistakes = (
  condition: unknown,
  path: Path,
  catalogue: Catalogue,
): readonly Mistake[] => {
  if (!isMapping(condition)) return [];
  const nested = ['all', 'any'].flatMap((key) =>
    listOf(condition[key]).flatMap((one, index) =>
      conditionMistakes(one, [...path, key, index], catalogue),
    ),
  );
  const lonely: Mistake[] =
    Object.hasOwn(condition, 'with') && !Object.hasOwn(condition, 'check')
      ? [
          {
            kind: 'unknown',
            path: [...path, 'with'],
            message: 'with stands here without check: say which check it is for',
          },
        ]
      : [];
  const isAsking = ['check', 'rule'].some((key) => Object.hasOwn(condition, key));
  const unasked: Mistake[] =
    Object.hasOwn(condition, 'confidence') && !isAsking
      ? [
          {
            kind: 'unknown',
            path: [...path, 'confidence'],
            message: 'confidence stands here without check or rule: say whose it is',
          },
        ]
      : [];
  return [
    ...lonely,
    ...unasked,
    ...questionMistakes(condition, path, catalogue),
    ...nested,
    ...conditionMistakes(condition['not'], [...path, 'not'], catalogue),
  ];
};
