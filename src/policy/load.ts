import type { InferOutput } from 'valibot';
import type { Policy, PolicyRead, Rule } from '../core/policy.ts';
import type { Problem } from '../core/problem.ts';
import { hiddenCharacters } from '../syntax/controls.ts';
import { inFileOrder, problemOf, validateYaml } from '../syntax/validate.ts';
import type { Catalogue } from './catalogue.ts';
import { hiddenMistakes, policyMistakes } from './mistakes.ts';
import { policySchema } from './schema.ts';

type PolicyFile = InferOutput<typeof policySchema>;

/** YAML folds a long text over several lines and leaves a line break at its end. */
const onOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const toRule = (
  { message, advice, concept, with: params = {}, ...rule }: PolicyFile['rules'][number],
  line: number,
): Rule => ({
  ...rule,
  concept: concept ?? rule.check,
  with: params,
  message: onOneLine(message),
  ...(advice !== undefined && { advice: onOneLine(advice) }),
  line,
});

const toPolicy = (
  { policy, clauses, rules }: PolicyFile,
  file: string,
  lineOfRule: (index: number) => number,
): Policy => {
  const { timezone, title, ...info } = policy;
  return {
    file,
    info: { ...info, title: onOneLine(title) },
    timezone,
    clauses: clauses.map(({ section, requires, ...clause }) => ({
      ...clause,
      section: onOneLine(section),
      requires: onOneLine(requires),
    })),
    rules: rules.map((rule, index) => toRule(rule, lineOfRule(index))),
  };
};

const withoutRepeats = (problems: readonly Problem[]): readonly Problem[] => {
  const seen = new Set<string>();
  return problems.filter(({ line, column, message }) => {
    const key = JSON.stringify([line, column, message]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** Reads a policy from YAML: the policy, or every mistake in it with its line. */
export const loadPolicy = (text: string, file: string, catalogue: Catalogue): PolicyRead => {
  const { value, problems, source } = validateYaml(policySchema, text, file);
  const hidden = hiddenCharacters(text.replace(/^\uFEFF/u, ''), file);
  const mistakes = [
    ...policyMistakes(source.value, catalogue),
    ...(hidden.length > 0 ? [] : hiddenMistakes(source.value)),
  ];
  const found = withoutRepeats(
    inFileOrder([
      ...hidden,
      ...problems,
      ...mistakes.flatMap((mistake) => problemOf(source, mistake)),
    ]),
  );
  if (value === undefined || found.length > 0) return { problems: found };
  return {
    policy: toPolicy(value, file, (index) => source.placeOf(['rules', index]).line),
    problems: [],
  };
};
