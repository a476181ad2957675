import type { AuditRule, Policy, Rule, RuleChange } from '../core/policy.ts';
import { didYouMean } from '../syntax/closest.ts';
import type { Mistake, Path } from '../syntax/place.ts';
import type { Mapping } from '../syntax/plain-data.ts';
import { isMapping, listOf, mappingOf } from '../syntax/plain-data.ts';
import { quote } from '../syntax/words.ts';
import { auditChangeMistakes, auditsOf } from './audits.ts';
import type { Catalogue } from './catalogue.ts';
import { changeMistakes } from './change.ts';
import { askingMistakes, askingOf, referencesOf } from './references.ts';

const wrong = (path: Path, message: string): Mistake => ({ kind: 'wrong', path, message });

/** Rules of the file as far as they can be told before it is known to be right. */
const rulesOf = (file: Mapping, base: Policy | undefined): ReadonlyMap<string, Rule> => {
  const own = listOf(file['rules'])
    .filter(isMapping)
    .map((rule) => ({ with: {}, ...rule }) as unknown as Rule);
  return new Map([...(base?.rules ?? []), ...own].map((rule) => [rule.id, rule]));
};

/** What an answer may change. */
interface Known {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly audits: ReadonlyMap<string, AuditRule>;
}

const answerMistakes = (
  changes: unknown,
  path: Path,
  { rules, audits }: Known,
  catalogue: Catalogue,
): readonly Mistake[] =>
  Object.entries(mappingOf(changes)).flatMap(([id, change]): readonly Mistake[] => {
    const rule = rules.get(id);
    if (!isMapping(change)) return [];
    if (rule) return changeMistakes(rule, change as RuleChange, [...path, id], catalogue);
    const audit = audits.get(id);
    if (audit) return auditChangeMistakes(audit, change as RuleChange, [...path, id], catalogue);
    const hint = didYouMean(id, [...rules.keys(), ...audits.keys()]) || ': name one of this policy';
    return [
      { kind: 'unknown', path: [...path, id], message: `there is no rule ${quote(id)}${hint}` },
    ];
  });

/** Rules that changed conditions of any answer ask and that are not there, or that ask back. */
const askedMistakes = (
  questions: readonly unknown[],
  rules: ReadonlyMap<string, Rule>,
  base: Policy | undefined,
): readonly Mistake[] => {
  const asking = questions.flatMap((question, index) =>
    Object.entries(mappingOf(mappingOf(question)['otherwise'])).flatMap(([answer, changes]) =>
      Object.entries(mappingOf(changes)).map(([id, change]) => ({
        id,
        asked: rules.has(id)
          ? referencesOf(mappingOf(change), ['questions', index, 'otherwise', answer, id])
          : [],
      })),
    ),
  );
  return askingMistakes(asking, askingOf({ rules: [...rules.values()], off: base?.off ?? [] }));
};

/** Questions about clauses or rules that are not there, and answers that change nothing they could. */
export const questionsMistakes = (
  file: Mapping,
  clauses: readonly string[],
  catalogue: Catalogue,
  base?: Policy,
): readonly Mistake[] => {
  const questions = listOf(file['questions']);
  if (questions.length === 0) return [];
  const rules = rulesOf(file, base);
  const known = { rules, audits: auditsOf(file, base) };
  return [
    ...askedMistakes(questions, rules, base),
    ...questions.flatMap((question, index) => {
      const { clauses: about, otherwise, default: usual } = mappingOf(question);
      const path = ['questions', index];
      const unknown = listOf(about).flatMap((clause, at) =>
        typeof clause !== 'string' || clauses.includes(clause)
          ? []
          : [
              wrong(
                [...path, 'clauses', at],
                `there is no clause ${quote(clause)}${didYouMean(clause, clauses)}`,
              ),
            ],
      );
      const answers = Object.entries(mappingOf(otherwise));
      const twice = answers.some(([name]) => name === usual)
        ? [wrong([...path, 'otherwise', String(usual)], 'the default is no other answer')]
        : [];
      return [
        ...unknown,
        ...twice,
        ...answers.flatMap(([name, changes]) =>
          answerMistakes(changes, [...path, 'otherwise', name], known, catalogue),
        ),
      ];
    }),
  ];
};
