import type { Mistake, Path } from '../syntax/place.ts';
import type { Mapping } from '../syntax/plain-data.ts';
import { isMapping, listOf, mappingOf } from '../syntax/plain-data.ts';
import { didYouMean } from '../syntax/closest.ts';
import { hiddenCharacterIn } from '../syntax/controls.ts';
import { quote } from '../syntax/words.ts';
import type { Built } from './build-on.ts';
import type { Catalogue } from './catalogue.ts';
import { auditMistakes, sharedIdMistakes } from './audits.ts';
import { conditionMistakes, questionMistakes } from './conditions.ts';
import { exampleMistakes } from './examples.ts';
import { demandMistakes } from './demands.ts';
import { placeholderMistakes } from './placeholders.ts';
import { questionsMistakes } from './questions.ts';
import { referenceMistakes } from './references.ts';
import { zoneMistake } from './zone.ts';

const wrong = (path: Path, message: string): Mistake => ({ kind: 'wrong', path, message });

const idsOf = (list: unknown): readonly (string | undefined)[] =>
  listOf(list).map((one) => {
    const id = mappingOf(one)['id'];
    return typeof id === 'string' ? id : undefined;
  });

const repeated = (ids: readonly (string | undefined)[], key: string, word: string): Mistake[] => {
  const seen = new Set<string>();
  return ids.flatMap((id, index) => {
    if (id === undefined) return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = `there is already ${word} ${quote(id)}: give this one another id`;
    return [wrong([key, index, 'id'], message)];
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
  isInherited: boolean,
): readonly Mistake[] => [
  ...(clauses ? citationMistakes(rule, path, clauses) : []),
  ...questionMistakes(rule, path, catalogue),
  ...conditionMistakes(rule['when'], [...path, 'when'], catalogue),
  ...conditionMistakes(rule['unless'], [...path, 'unless'], catalogue),
  ...placeholderMistakes(rule, path, catalogue),
  ...exampleMistakes(rule['examples'], [...path, 'examples'], isInherited),
];

const askedMistakes = (
  audit: Mapping,
  path: Path,
  clauses: readonly string[] | undefined,
  catalogue: Catalogue,
): readonly Mistake[] => [
  ...(clauses ? citationMistakes(audit, path, clauses) : []),
  ...auditMistakes(audit, path, catalogue),
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

const emptyMistakes = (file: Mapping): Mistake[] =>
  ['clauses', 'rules'].flatMap((key) =>
    Array.isArray(file[key]) && listOf(file[key]).length === 0
      ? [wrong([key], `${key} must not be empty`)]
      : [],
  );

/** What the shape of a policy cannot say: names that must be known, unlike or in agreement. */
export const policyMistakes = (
  value: unknown,
  catalogue: Catalogue,
  { base, borrowed }: Pick<Built, 'base' | 'borrowed'>,
): readonly Mistake[] => {
  const file = mappingOf(value);
  const clauseIds = idsOf(file['clauses']);
  const ruleIds = idsOf(file['rules']);
  const clauses = Array.isArray(file['clauses'])
    ? [...(base?.clauses ?? []).map(({ id }) => id), ...clauseIds.filter((id) => id !== undefined)]
    : undefined;
  return [
    ...(base ? [] : emptyMistakes(file)),
    ...zoneMistake(mappingOf(file['policy'])['timezone'], ['policy', 'timezone']),
    ...repeated(clauseIds, 'clauses', 'a clause'),
    ...repeated(ruleIds, 'rules', 'a rule'),
    ...repeated(idsOf(file['audits']), 'audits', 'an audit'),
    ...sharedIdMistakes(file, base),
    ...repeated(idsOf(file['questions']), 'questions', 'a question'),
    ...listOf(file['rules']).flatMap((rule, index) =>
      isMapping(rule)
        ? ruleMistakes(rule, ['rules', index], clauses, catalogue, borrowed.has(index))
        : [],
    ),
    ...listOf(file['audits']).flatMap((audit, index) =>
      isMapping(audit) ? askedMistakes(audit, ['audits', index], clauses, catalogue) : [],
    ),
    ...referenceMistakes(file, base),
    ...demandMistakes(file),
    ...questionsMistakes(file, clauses ?? [], catalogue, base),
  ];
};
