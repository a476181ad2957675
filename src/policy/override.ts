import type { InferOutput } from 'valibot';
import { boolean, exactOptional, picklist, record, strictObject, string } from 'valibot';
import type { Policy, Rule } from '../core/policy.ts';
import { SEVERITIES } from '../core/severity.ts';
import { didYouMean, findClosest } from '../syntax/closest.ts';
import type { Mistake } from '../syntax/place.ts';
import { quote } from '../syntax/words.ts';

const overrideSchema = strictObject({
  severity: exactOptional(picklist([...SEVERITIES, 'off'])),
  off: exactOptional(boolean()),
  reason: exactOptional(string()),
});

/** The `rules` of a configuration: what a school changes in a policy, by `policy/rule`. */
export const overridesSchema = record(string(), overrideSchema);

export type Override = InferOutput<typeof overrideSchema>;
export type Overrides = Readonly<Record<string, Override>>;

export interface Overridden {
  readonly policies: readonly Policy[];
  /** Paths start at the `rules` of the configuration. */
  readonly mistakes: readonly Mistake[];
}

const isOff = ({ off, severity }: Override): boolean => off === true || severity === 'off';

const fullId = ({ info }: Policy, { id }: Rule): string => `${info.id}/${id}`;

/** Undefined for a rule of a policy that is not active: nothing to change, and nothing wrong. */
const findNameMistake = (name: string, policies: readonly Policy[]): string | undefined => {
  const known = policies.flatMap((policy) => policy.rules.map((rule) => fullId(policy, rule)));
  if (known.includes(name)) return undefined;
  const [prefix = '', bare] = name.split('/', 2);
  if (bare === undefined) {
    const meant = known.find((one) => one.endsWith(`/${name}`));
    const hint = meant === undefined ? didYouMean(name, known) : `: did you mean “${meant}”?`;
    return `${quote(name)} names no rule${hint || ': write it as policy/rule'}`;
  }
  const active = policies.map(({ info }) => info.id);
  const isElsewhere = !active.includes(prefix) && findClosest(prefix, active) === undefined;
  if (isElsewhere) return undefined;
  return `there is no rule ${quote(name)}${didYouMean(name, known)}`;
};

const mistakesIn = (name: string, override: Override, policies: readonly Policy[]): Mistake[] => {
  const unknown = findNameMistake(name, policies);
  if (unknown !== undefined) return [{ kind: 'unknown', path: [name], message: unknown }];
  if (!isOff(override) || (override.reason ?? '').trim() !== '') return [];
  const message = `${quote(name)} is switched off without a reason: add reason`;
  return [{ kind: 'missing', path: [name], message }];
};

const change = (policy: Policy, overrides: Overrides): Policy => ({
  ...policy,
  rules: policy.rules.flatMap((rule) => {
    const name = fullId(policy, rule);
    const override = Object.hasOwn(overrides, name) ? overrides[name] : undefined;
    if (!override) return [rule];
    if (isOff(override)) return [];
    const { severity } = override;
    return severity === undefined || severity === 'off' ? [rule] : [{ ...rule, severity }];
  }),
});

/** The policies as a school's configuration changes them; unchanged when it has mistakes. */
export const applyOverrides = (policies: readonly Policy[], overrides: Overrides): Overridden => {
  const mistakes = Object.entries(overrides).flatMap(([name, override]) =>
    mistakesIn(name, override, policies),
  );
  if (mistakes.length > 0) return { policies, mistakes };
  return { policies: policies.map((policy) => change(policy, overrides)), mistakes };
};
