import type { Policy } from '../core/policy.ts';
import { findMistakes } from '../syntax/mistakes.ts';
import type { Mistake, Path } from '../syntax/place.ts';
import type { Mapping } from '../syntax/plain-data.ts';
import { isMapping, listOf } from '../syntax/plain-data.ts';
import { quote } from '../syntax/words.ts';
import { buildAudits } from './build-audits.ts';
import type { BuiltRules } from './build-rules.ts';
import { buildRules } from './build-rules.ts';
import { withLists } from './lists.ts';
import { builtRuleSchema } from './schema.ts';
import type { Sources } from './sources.ts';

/** A policy file with everything put in that it builds on; its own rules keep their places. */
export interface Built extends Omit<BuiltRules, 'rules'> {
  readonly value: unknown;
  readonly base?: Policy;
  /** Without it the file cannot be judged as a whole: its base was not found, or it is too long. */
  readonly isWhole: boolean;
}

const MAX_RULES = 2_000;

const wrong = (path: Path, message: string): Mistake => ({ kind: 'wrong', path, message });

type FoundBase = { readonly base?: Policy; readonly mistakes: readonly Mistake[] };

const findBase = (file: Mapping, sources: Sources): FoundBase => {
  const named = file['extends'];
  if (typeof named !== 'string' || named.trim() === '') return { mistakes: [] };
  const { policy, problems } = sources.base(named);
  const [first] = problems;
  if (!first) return { mistakes: [], ...(policy && { base: policy }) };
  const place = first.line === undefined ? '' : ` (${first.file}:${first.line})`;
  const message = `${quote(named)} cannot be built on: ${first.message}${place}`;
  return { mistakes: [wrong(['extends'], message)] };
};

/** What can be said of rules by themselves. */
const ownMistakes = (rules: readonly unknown[]): readonly Mistake[] =>
  rules.flatMap((rule, index) => findMistakes(builtRuleSchema, rule, ['rules', index]));

/** Puts into a policy file whatever it builds on and every list that stands in a file of its own. */
export const buildOn = (file: unknown, sources: Sources): Built => {
  const nothing = { borrowed: new Set<number>(), lost: new Set<number>(), isWhole: false };
  if (!isMapping(file)) return { ...nothing, value: file, mistakes: [], isWhole: true };
  const { base, mistakes } = findBase(file, sources);
  const written = file['rules'];
  if (listOf(written).length > MAX_RULES) {
    const message = `a policy has at most ${MAX_RULES} rules: put the others into a policy of their own`;
    return {
      ...nothing,
      value: file,
      mistakes: [...mistakes, wrong(['rules', MAX_RULES], message)],
    };
  }
  if (mistakes.length > 0) {
    return { ...nothing, value: file, mistakes: [...mistakes, ...ownMistakes(listOf(written))] };
  }
  const listed = listOf(written).map((rule, index) =>
    isMapping(rule)
      ? withLists(rule, ['rules', index], sources)
      : { value: rule, mistakes: [] as readonly Mistake[] },
  );
  const built = buildRules({ own: listed.map(({ value }) => value), base, sources });
  const asked = listOf(file['audits']).map((audit, index) =>
    isMapping(audit)
      ? withLists(audit, ['audits', index], sources)
      : { value: audit, mistakes: [] as readonly Mistake[] },
  );
  const builtAudits = buildAudits(
    asked.map(({ value }) => value),
    base,
  );
  const rules = Array.isArray(written) ? built.rules : (written ?? (base ? [] : undefined));
  const policy = file['policy'];
  const value = {
    ...file,
    ...(base && isMapping(policy) && { policy: { timezone: base.timezone, ...policy } }),
    ...(base && file['clauses'] === undefined && { clauses: [] }),
    ...(rules !== undefined && { rules }),
    ...(Array.isArray(file['audits']) && { audits: builtAudits.audits }),
  };
  return {
    value,
    mistakes: [
      ...[...listed, ...asked].flatMap((one) => one.mistakes),
      ...built.mistakes,
      ...builtAudits.mistakes,
    ],
    ...(base && { base }),
    borrowed: built.borrowed,
    lost: built.lost,
    isWhole: true,
  };
};
