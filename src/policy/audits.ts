import type { AuditRule, Policy, RuleChange } from '../core/policy.ts';
import { didYouMean } from '../syntax/closest.ts';
import { findMistakes } from '../syntax/mistakes.ts';
import type { Mistake, Path } from '../syntax/place.ts';
import type { Mapping } from '../syntax/plain-data.ts';
import { isMapping, listOf, mappingOf } from '../syntax/plain-data.ts';
import { quote } from '../syntax/words.ts';
import type { Catalogue } from './catalogue.ts';
import { isOff, onOneLine, silentMistakes, withoutNulls } from './change.ts';
import { idOf } from './parents.ts';

/** What is wrong with the question that an audit of a policy asks. */
export const auditMistakes = (
  asked: Mapping,
  path: Path,
  { audits }: Catalogue,
): readonly Mistake[] => {
  const name = asked['audit'];
  if (typeof name !== 'string') return [];
  const audit = audits.get(name);
  if (!audit) {
    const names = [...audits.keys()].sort();
    const hint = didYouMean(name, names) || `: the audits are ${names.join(', ')}`;
    const message = `there is no audit ${quote(name)}${hint}`;
    return [{ kind: 'wrong', path: [...path, 'audit'], message }];
  }
  const given = asked['with'];
  if (given === undefined) return findMistakes(audit.params, {}, [...path, 'audit']);
  return isMapping(given) ? findMistakes(audit.params, given, [...path, 'with']) : [];
};

/** Rules and audits of one name, whichever of them a policy inherits. */
export const sharedIdMistakes = (file: Mapping, base?: Policy): readonly Mistake[] => {
  const clashes = (key: 'rules' | 'audits', others: ReadonlySet<string>, word: string) =>
    listOf(file[key]).flatMap((one, index): readonly Mistake[] => {
      const id = idOf(one);
      if (id === undefined || !others.has(id)) return [];
      const message = `there is already ${word} ${quote(id)}: give this one another id`;
      return [{ kind: 'wrong', path: [key, index, 'id'], message }];
    });
  const idsOf = (list: unknown): readonly string[] =>
    listOf(list).flatMap((one) => idOf(one) ?? []);
  const rules = new Set([...(base?.rules ?? []).map(({ id }) => id), ...idsOf(file['rules'])]);
  const audits = new Set((base?.audits ?? []).map(({ id }) => id));
  return [...clashes('audits', rules, 'a rule'), ...clashes('rules', audits, 'an audit')];
};

/** An audit as a change leaves it; parameters are changed one by one. */
export const changedAudit = (audit: AuditRule, change: RuleChange): AuditRule => {
  const { severity, advice } = change;
  return {
    ...audit,
    ...(severity !== undefined && severity !== 'off' && { severity }),
    ...(change.with && { with: withoutNulls({ ...audit.with, ...change.with }) }),
    ...(advice !== undefined && { advice: onOneLine(advice) }),
  };
};

const FOR_RULES_ALONE = ['when', 'unless', 'waiver', 'message'] as const;

/** What a change asks of the audit that it cannot do; `path` leads to the change. */
export const auditChangeMistakes = (
  audit: AuditRule,
  change: RuleChange,
  path: Path,
  catalogue: Catalogue,
): readonly Mistake[] => {
  if (isOff(change)) return silentMistakes(audit.id, change, path);
  const keys = FOR_RULES_ALONE.filter((key) => Object.hasOwn(change, key));
  const { with: given } = changedAudit(audit, change);
  return [
    ...keys.map((key): Mistake => ({
      kind: 'unknown',
      path: [...path, key],
      message: `${quote(audit.id)} is an audit, and an audit has no ${key}: leave it out`,
    })),
    ...(change.with ? auditMistakes({ audit: audit.audit, with: given }, path, catalogue) : []),
  ];
};

/** Audits of the file as far as they can be told before it is known to be right. */
export const auditsOf = (file: Mapping, base?: Policy): ReadonlyMap<string, AuditRule> => {
  const own = listOf(file['audits'])
    .filter(isMapping)
    .map((audit) => ({ ...audit, with: mappingOf(audit['with']) }) as unknown as AuditRule);
  return new Map([...(base?.audits ?? []), ...own].map((audit) => [audit.id, audit]));
};
