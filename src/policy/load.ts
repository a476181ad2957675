import type { InferOutput } from 'valibot';
import { safeParse } from 'valibot';
import type { Clause, Policy, PolicyRead, Rule, SwitchedOff } from '../core/policy.ts';
import type { Problem } from '../core/problem.ts';
import { hiddenCharacters } from '../syntax/controls.ts';
import { findMistakes } from '../syntax/mistakes.ts';
import type { Mapping } from '../syntax/plain-data.ts';
import { listOf, mappingOf } from '../syntax/plain-data.ts';
import type { Mistake } from '../syntax/place.ts';
import { inFileOrder, problemOf } from '../syntax/validate.ts';
import { parseYaml } from '../syntax/yaml.ts';
import type { Built } from './build-on.ts';
import { buildOn } from './build-on.ts';
import type { Catalogue } from './catalogue.ts';
import { isOff, onOneLine } from './change.ts';
import { withListEntry } from './lists.ts';
import { hiddenMistakes, policyMistakes } from './mistakes.ts';
import { policySchema } from './schema.ts';
import type { Sources } from './sources.ts';
import { NO_SOURCES } from './sources.ts';

type PolicyFile = InferOutput<typeof policySchema>;

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

const toClause = ({
  section,
  requires,
  why,
  ...clause
}: PolicyFile['clauses'][number]): Clause => ({
  ...clause,
  section: onOneLine(section),
  requires: onOneLine(requires),
  ...(why !== undefined && { why: onOneLine(why) }),
});

/** The base’s, each in its place, with what the policy itself says; then what is new. */
const joined = <T extends { readonly id: string }>(
  inherited: readonly T[],
  own: readonly T[],
): readonly T[] => {
  const byId = new Map(own.map((one) => [one.id, one]));
  const known = new Set(inherited.map(({ id }) => id));
  return [
    ...inherited.map((one) => byId.get(one.id) ?? one),
    ...own.filter(({ id }) => !known.has(id)),
  ];
};

/** The base’s limits with the policy’s own in their place. */
const waiversOf = (
  own: PolicyFile['waivers'],
  base: Policy | undefined,
): Pick<Policy, 'waivers'> => {
  const maxDays = { ...base?.waivers?.maxDays, ...own?.maxDays };
  return Object.keys(maxDays).length > 0 ? { waivers: { maxDays } } : {};
};

const toPolicy = (
  { policy, clauses, rules, questions = [], waivers }: PolicyFile,
  file: string,
  written: readonly Mapping[],
  lineOfRule: (index: number) => number,
  base: Policy | undefined,
): Policy => {
  const { timezone, title, ...info } = policy;
  const own = rules.map((rule, index) => toRule(rule, lineOfRule(index)));
  const isSwitched = (index: number): boolean => isOff(mappingOf(written[index]));
  const off = own.flatMap((rule, index): SwitchedOff[] =>
    isSwitched(index)
      ? [{ rule: rule.id, clause: rule.clause, reason: String(written[index]?.['reason'] ?? '') }]
      : [],
  );
  const gone = new Set(off.map(({ rule }) => rule));
  const inherited = (base?.rules ?? []).map((rule) => ({ file: base!.file, ...rule }));
  return {
    file,
    info: { ...info, title: onOneLine(title) },
    timezone,
    clauses: joined(base?.clauses ?? [], clauses.map(toClause)),
    rules: joined(inherited, own).filter(({ id }) => !gone.has(id)),
    questions: joined(
      base?.questions ?? [],
      questions.map((one) => ({ otherwise: {}, ...one })),
    ),
    off: [...(base?.off ?? []), ...off],
    ...waiversOf(waivers, base),
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

/** What a rule lacks because what it is built on was not found. */
const isEcho = ({ kind, path }: Mistake, { lost }: Built): boolean => {
  const [list, index] = path;
  return kind === 'missing' && list === 'rules' && path.length < 4 && lost.has(Number(index));
};

/** Reads a policy from YAML: the policy, or every mistake in it with its line. */
export const loadPolicy = (
  text: string,
  file: string,
  catalogue: Catalogue,
  sources: Sources = NO_SOURCES,
): PolicyRead => {
  const source = parseYaml(text, file);
  const built = buildOn(source.value, sources);
  const { value, base } = built;
  const hidden = hiddenCharacters(text.replace(/^\uFEFF/u, ''), file);
  const whole = built.isWhole
    ? [
        ...(source.value === undefined ? [] : findMistakes(policySchema, value)),
        ...policyMistakes(value, catalogue, built),
      ].filter((mistake) => !isEcho(mistake, built))
    : [];
  const mistakes = [
    ...built.mistakes,
    ...whole,
    ...(hidden.length > 0 ? [] : hiddenMistakes(source.value)),
  ];
  const found = withoutRepeats(
    inFileOrder([
      ...hidden,
      ...source.problems,
      ...mistakes.flatMap((mistake) => problemOf(source, withListEntry(mistake, source.value))),
    ]),
  );
  if (found.length > 0) return { problems: found };
  const { output, success } = safeParse(policySchema, value);
  if (!success) return { problems: found };
  const written = listOf(mappingOf(source.value)['rules']).map(mappingOf);
  const lineOfRule = (index: number): number => source.placeOf(['rules', index]).line;
  return { policy: toPolicy(output, file, written, lineOfRule, base), problems: [] };
};
