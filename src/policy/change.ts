import type { Rule, RuleChange, RuleWaiver } from '../core/policy.ts';
import type { Mistake, Path } from '../syntax/place.ts';
import { quote } from '../syntax/words.ts';
import type { Catalogue } from './catalogue.ts';
import { conditionMistakes, questionMistakes } from './conditions.ts';
import { placeholderMistakes } from './placeholders.ts';

export const isOff = ({ off, severity }: RuleChange): boolean => off === true || severity === 'off';

export const withoutNulls = (
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));

/** Text that YAML folded over several lines, on one. */
export const onOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** What a rule says of waivers once a change is in it; null: no more than its severity does. */
const changedWaiver = (
  before: RuleWaiver | undefined,
  change: RuleWaiver | null | undefined,
): RuleWaiver | undefined => {
  if (change === undefined) return before;
  if (change === null || change === 'never') return change ?? undefined;
  return { ...(before !== 'never' && before), ...change };
};

/**
 * A rule as a change leaves it. Parameters and limits of waivers are changed one by one; all else is
 * put in its place.
 */
export const changed = (rule: Rule, change: RuleChange): Rule => {
  const { judges, when, unless, waiver, ...kept } = rule;
  const { severity, message, advice } = change;
  const nowJudges = change.judges === undefined ? judges : change.judges;
  const nowWhen = change.when === undefined ? when : change.when;
  const nowUnless = change.unless === undefined ? unless : change.unless;
  const nowWaiver = changedWaiver(waiver, change.waiver);
  return {
    ...kept,
    ...(severity !== undefined && severity !== 'off' && { severity }),
    ...(change.with && { with: withoutNulls({ ...rule.with, ...change.with }) }),
    ...(nowJudges && { judges: nowJudges }),
    ...(nowWhen && { when: nowWhen }),
    ...(nowUnless && { unless: nowUnless }),
    ...(nowWaiver && { waiver: nowWaiver }),
    ...(message !== undefined && { message: onOneLine(message) }),
    ...(advice !== undefined && { advice: onOneLine(advice) }),
  };
};

/** A rule or an audit that is switched off, and nobody says why. */
export const silentMistakes = (
  id: string,
  { reason }: RuleChange,
  path: Path,
): readonly Mistake[] => {
  if ((reason ?? '').trim() !== '') return [];
  const message = `${quote(id)} is switched off without a reason: add reason`;
  return [{ kind: 'missing', path, message }];
};

/** What a change asks of the rule that it cannot ask; `path` leads to the change. */
export const changeMistakes = (
  rule: Rule,
  change: RuleChange,
  path: Path,
  catalogue: Catalogue,
): readonly Mistake[] => {
  if (isOff(change)) return silentMistakes(rule.id, change, path);
  const after = changed(rule, change);
  return [
    ...(change.with
      ? questionMistakes({ check: rule.check, with: after.with }, path, catalogue)
      : []),
    ...conditionMistakes(change.when, [...path, 'when'], catalogue),
    ...conditionMistakes(change.unless, [...path, 'unless'], catalogue),
    ...placeholderMistakes({ ...change, check: rule.check }, path, catalogue),
  ];
};
