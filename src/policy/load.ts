import type { InferOutput } from 'valibot';
import { safeParse } from 'valibot';
import type { AuditRule, Clause, Policy, PolicyRead, Rule, SwitchedOff } from '../core/policy.ts';
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

const toAudit = (
  { advice, concept, with: params = {}, ...audit }: NonNullable<PolicyFile['audits']>[number],
  line: number,
): AuditRule => ({
  ...audit,
  concept: concept ?? audit.audit,
  with: params,
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

/** A rule or an audit as the file has it, and its line. */
interface Written {
  readonly value: Mapping;
  readonly line: number;
}

const toPolicy = (
  { policy, clauses, rules, audits = [], questions = [], waivers }: PolicyFile,
  file: string,
  writtenAs: (key: 'rules' | 'audits', index: number) => Written,
  base: Policy | undefined,
): Policy => {
  const { timezone, title, ...info } = policy;
  const own = rules.map((rule, index) => toRule(rule, writtenAs('rules', index).line));
  const asked = audits.map((audit, index) => toAudit(audit, writtenAs('audits', index).line));
  const switchedOff = (
    key: 'rules' | 'audits',
    all: readonly Pick<Rule, 'id' | 'clause'>[],
  ): readonly SwitchedOff[] =>
    all.flatMap(({ id, clause }, index) => {
      const { value } = writtenAs(key, index);
      return isOff(value) ? [{ rule: id, clause, reason: String(value['reason'] ?? '') }] : [];
    });
  const off = [...switchedOff('rules', own), ...switchedOff('audits', asked)];
  const gone = new Set(off.map(({ rule }) => rule));
  const inherit = <One extends { readonly file?: string }>(all: readonly One[] = []) =>
    all.map((one) => ({ file: base!.file, ...one }));
  return {
    file,
    info: { ...info, title: onOneLine(title) },
    timezone,
    clauses: joined(base?.clauses ?? [], clauses.map(toClause)),
    rules: joined(inherit(base?.rules), own).filter(({ id }) => !gone.has(id)),
    audits: joined(inherit(base?.audits), asked).filter(({ id }) => !gone.has(id)),
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
  const written = mappingOf(source.value);
  const writtenAs = (key: 'rules' | 'audits', index: number): Written => ({
    value: mappingOf(listOf(written[key])[index]),
    line: source.placeOf([key, index]).line,
  });
  return { policy: toPolicy(output, file, writtenAs, base), problems: [] };
};
