import type { InferOutput } from 'valibot';
import type { AuditRule, Policy, Rule, RuleChange, SwitchedOff } from '../core/policy.ts';
import type { Mistake } from '../syntax/place.ts';
import { quote } from '../syntax/words.ts';
import { auditChangeMistakes, changedAudit } from './audits.ts';
import type { Catalogue } from './catalogue.ts';
import { changed, changeMistakes, isOff } from './change.ts';
import { withListEntry, withLists } from './lists.ts';
import { looserWaiver } from './looser-waiver.ts';
import type { Asking } from './references.ts';
import { askingMistakes, askingOf, referencesOf } from './references.ts';
import { findUnknownRule, fullId } from './rule-names.ts';
import { changesSchema } from './schema.ts';
import type { Sources } from './sources.ts';

/** The `rules` of a configuration: what a school changes in a policy, by `policy/rule`. */
export const overridesSchema = changesSchema;

export type Overrides = InferOutput<typeof overridesSchema>;

export interface Overridden {
  readonly policies: readonly Policy[];
  /** Paths start at the `rules` of the configuration. */
  readonly mistakes: readonly Mistake[];
}

/** Undefined for a rule of a policy that is not active: nothing to change, and nothing wrong. */
const findNameMistake = (name: string, policies: readonly Policy[]): string | undefined => {
  const off = policies
    .flatMap((policy) =>
      policy.off.map((one) => ({ ...one, name: `${policy.info.id}/${one.rule}` })),
    )
    .find((one) => one.name === name);
  return off
    ? `${quote(name)} is switched off already: ${off.reason}`
    : findUnknownRule(name, policies, { withAudits: true });
};

/** A policy as changes of its rules and audits leave it; what is off is kept apart with its reason. */
export const changedPolicy = (
  policy: Policy,
  changeOf: (one: Pick<Rule, 'id' | 'clause'>) => RuleChange | undefined,
): Policy => {
  const off: SwitchedOff[] = [];
  const after = <One extends Pick<Rule, 'id' | 'clause'>>(
    all: readonly One[],
    apply: (one: One, change: RuleChange) => One,
  ): readonly One[] =>
    all.flatMap((one) => {
      const change = changeOf(one);
      if (!change) return [one];
      if (!isOff(change)) return [apply(one, change)];
      off.push({ rule: one.id, clause: one.clause, reason: change.reason ?? '' });
      return [];
    });
  const rules = after(policy.rules, changed);
  const audits = after(policy.audits, changedAudit);
  return { ...policy, rules, audits, off: [...policy.off, ...off] };
};

/** Rules that changed conditions ask and that are not there, or that ask back. */
const asked = (policy: Policy, overrides: ReadonlyMap<string, RuleChange>): readonly Mistake[] => {
  const asking = policy.rules.flatMap((rule): readonly Asking[] => {
    const name = fullId(policy, rule);
    const change = overrides.get(name);
    if (!change || isOff(change)) return [];
    return [{ id: rule.id, asked: referencesOf({ ...changed(rule, change) }, [name]) }];
  });
  const ids = new Set(asking.map(({ id }) => id));
  return askingMistakes(
    asking,
    askingOf(policy).filter(({ id }) => !ids.has(id)),
  );
};

/** The policies as a school’s configuration changes them; unchanged when it has mistakes. */
export const applyOverrides = (
  policies: readonly Policy[],
  written: Overrides,
  catalogue: Catalogue,
  sources: Sources,
): Overridden => {
  const mistakes: Mistake[] = [];
  const overrides = new Map(
    Object.entries(written).map(([name, change]) => {
      const listed = withLists(change, [name], sources);
      mistakes.push(...listed.mistakes);
      return [name, listed.value as RuleChange];
    }),
  );
  const rules = new Map(
    policies.flatMap((policy) =>
      policy.rules.map((rule) => [fullId(policy, rule), { policy, rule }] as const),
    ),
  );
  const audits = new Map(
    policies.flatMap((policy) =>
      policy.audits.map((audit): [string, AuditRule] => [fullId(policy, audit), audit]),
    ),
  );
  for (const [name, change] of overrides) {
    const audit = audits.get(name);
    if (audit) {
      mistakes.push(...auditChangeMistakes({ ...audit, id: name }, change, [name], catalogue));
      continue;
    }
    const found = rules.get(name);
    const unknown = found ? undefined : findNameMistake(name, policies);
    if (unknown !== undefined) mistakes.push({ kind: 'unknown', path: [name], message: unknown });
    if (!found) continue;
    const { policy, rule } = found;
    mistakes.push(
      ...changeMistakes({ ...rule, id: name }, change, [name], catalogue),
      ...looserWaiver(policy, rule, change, [name]),
    );
  }
  if (mistakes.length === 0) mistakes.push(...policies.flatMap((one) => asked(one, overrides)));
  if (mistakes.length > 0) {
    return { policies, mistakes: mistakes.map((one) => withListEntry(one, written)) };
  }
  const change = (policy: Policy): Policy =>
    changedPolicy(policy, (rule) => overrides.get(fullId(policy, rule)));
  return { policies: policies.map(change), mistakes };
};
