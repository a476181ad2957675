import type { Mistake, Path } from '../syntax/place.ts';
import type { Mapping } from '../syntax/plain-data.ts';
import { isMapping, listOf, mappingOf } from '../syntax/plain-data.ts';
import { didYouMean } from '../syntax/closest.ts';
import { hiddenCharacterIn } from '../syntax/controls.ts';
import { quote } from '../syntax/words.ts';
import type { Catalogue } from './catalogue.ts';
import { conditionMistakes, questionMistakes } from './conditions.ts';
import { exampleMistakes } from './examples.ts';
import { zoneMistake } from './zone.ts';

const wrong = (path: Path, message: string): Mistake => ({ kind: 'wrong', path, message });

const idsOf = (list: unknown): readonly (string | undefined)[] =>
  listOf(list).map((one) => {
    const id = mappingOf(one)['id'];
    return typeof id === 'string' ? id : undefined;
  });

const repeated = (ids: readonly (string | undefined)[], key: string, word: string): Mistake[] =>
  ids.flatMap((id, index) =>
    id !== undefined && ids.indexOf(id) < index
      ? [
          wrong(
            [key, index, 'id'],
            `there is already a ${word} ${quote(id)}: give this one another id`,
          ),
        ]
      : [],
  );

const PLACEHOLDER = /\{(\w+)\}/gu;

const placeholderMistakes = (rule: Mapping, path: Path, catalogue: Catalogue): Mistake[] => {
  const name = rule['check'];
  const check = typeof name === 'string' ? catalogue.get(name) : undefined;
  if (!check) return [];
  const { tells } = check;
  const known = tells.length === 0 ? 'it tells nothing' : `it tells ${tells.join(', ')}`;
  return ['message', 'advice'].flatMap((key) => {
    const text = rule[key];
    const names = typeof text === 'string' ? [...text.matchAll(PLACEHOLDER)].map((m) => m[1]!) : [];
    return [...new Set(names)]
      .filter((asked) => !tells.includes(asked))
      .map((asked) => {
        const hint = didYouMean(asked, tells) || `: ${known}`;
        return wrong([...path, key], `the check ${String(name)} tells no {${asked}}${hint}`);
      });
  });
};

const citationMistakes = (rule: Mapping, path: Path, clauses: readonly string[]): Mistake[] => {
  const cited = rule['clause'];
  if (typeof cited !== 'string' || cited.trim() === '' || clauses.includes(cited)) return [];
  const hint = didYouMean(cited, clauses) || ': add it to clauses, or cite another';
  return [wrong([...path, 'clause'], `there is no clause ${quote(cited)}${hint}`)];
};

const ruleMistakes = (
  rule: Mapping,
  path: Path,
  clauses: readonly string[] | undefined,
  catalogue: Catalogue,
): readonly Mistake[] => [
  ...(clauses ? citationMistakes(rule, path, clauses) : []),
  ...questionMistakes(rule, path, catalogue),
  ...conditionMistakes(rule['when'], [...path, 'when'], catalogue),
  ...conditionMistakes(rule['unless'], [...path, 'unless'], catalogue),
  ...placeholderMistakes(rule, path, catalogue),
  ...exampleMistakes(rule['examples'], [...path, 'examples']),
];

/** Hidden characters written as escapes; examples may hold them on purpose. */
export const hiddenMistakes = (value: unknown, path: Path = []): readonly Mistake[] => {
  if (typeof value === 'string') {
    const message = hiddenCharacterIn(value);
    return message === undefined ? [] : [wrong(path, message)];
  }
  if (Array.isArray(value)) return value.flatMap((one, i) => hiddenMistakes(one, [...path, i]));
  if (!isMapping(value)) return [];
  return Object.keys(value)
    .filter((key) => key !== 'examples')
    .flatMap((key) => hiddenMistakes(value[key], [...path, key]));
};

/** What the shape of a policy cannot say: names that must be known, unlike or in agreement. */
export const policyMistakes = (value: unknown, catalogue: Catalogue): readonly Mistake[] => {
  const file = mappingOf(value);
  const clauseIds = idsOf(file['clauses']);
  const clauses = Array.isArray(file['clauses'])
    ? clauseIds.filter((id) => id !== undefined)
    : undefined;
  return [
    ...zoneMistake(mappingOf(file['policy'])['timezone'], ['policy', 'timezone']),
    ...repeated(clauseIds, 'clauses', 'clause'),
    ...repeated(idsOf(file['rules']), 'rules', 'rule'),
    ...listOf(file['rules']).flatMap((rule, index) =>
      isMapping(rule) ? ruleMistakes(rule, ['rules', index], clauses, catalogue) : [],
    ),
  ];
};
