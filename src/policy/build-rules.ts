import { didYouMean } from '../syntax/closest.ts';
import { findMistakes } from '../syntax/mistakes.ts';
import type { Mistake } from '../syntax/place.ts';
import type { Mapping } from '../syntax/plain-data.ts';
import { isMapping, mappingOf } from '../syntax/plain-data.ts';
import { quote } from '../syntax/words.ts';
import type { Sought } from './parents.ts';
import { createSearch, idOf } from './parents.ts';
import { builtRuleSchema } from './schema.ts';

/** Null takes these away. */
const TAKEN_AWAY = new Set(['judges', 'when', 'unless', 'waiver']);

const OWN_WORDS = new Set(['extends', 'off', 'reason']);

/** Which key says that a rule is only switched off; what else it holds is its parent’s. */
const findSwitch = (rule: Mapping): 'off' | 'severity' | undefined => {
  if (rule['off'] === true) return 'off';
  return rule['severity'] === 'off' ? 'severity' : undefined;
};

const isSilent = (reason: unknown): boolean => typeof reason !== 'string' || reason.trim() === '';

const merged = (parent: Mapping, own: Mapping): Mapping => {
  const isSameCheck = own['check'] === undefined || own['check'] === parent['check'];
  const inherited = isSameCheck ? mappingOf(parent['with']) : {};
  const parameters = { ...inherited, ...mappingOf(own['with']) };
  const { when, unless, waiver, severity, ...rest } = own;
  const kept = Object.entries({ ...parent, ...rest }).filter(
    ([key]) => !OWN_WORDS.has(key) && !(key === 'concept' && !isSameCheck && !('concept' in own)),
  );
  const result = {
    ...Object.fromEntries(kept),
    ...(severity !== undefined && severity !== 'off' && { severity }),
    with: Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== null)),
    ...(when !== undefined && { when }),
    ...(unless !== undefined && { unless }),
    ...(waiver !== undefined && {
      waiver: isMapping(waiver) ? { ...mappingOf(parent['waiver']), ...waiver } : waiver,
    }),
  };
  return Object.fromEntries(
    Object.entries(result).filter(([key, value]) => value !== null || !TAKEN_AWAY.has(key)),
  );
};

/** As many as a reader follows. */
const MOST_TOLD = 6;

/** `a → b → a`, from where the circle begins. */
const circleOf = (chain: readonly string[], named: string): string => {
  const circle = chain.slice(chain.indexOf(named));
  const told = circle.length > MOST_TOLD ? [...circle.slice(0, MOST_TOLD), '…'] : circle;
  return [...told, named].join(' → ');
};

/** What became of the rules of a file. */
export interface BuiltRules {
  readonly rules: readonly unknown[];
  readonly mistakes: readonly Mistake[];
  /** Rules whose examples are those of a loaded policy, which may have been compiled without. */
  readonly borrowed: ReadonlySet<number>;
  /** Rules of which nobody can say what they lack: what they are built on was not found. */
  readonly lost: ReadonlySet<number>;
}

/** Puts into each rule what it is built on: a rule of this file, of the base, or of another policy. */
export const buildRules = (sought: Sought): BuiltRules => {
  const { own } = sought;
  const { indexes, inBase, baseIds, elsewhere } = createSearch(sought);
  const mistakes: Mistake[] = [];
  const borrowed = new Set<number>();
  const lost = new Set<number>();
  const done = new Map<number, Mapping>();

  const complain = (index: number, key: string, message: string): undefined => {
    mistakes.push({ kind: 'wrong', path: ['rules', index, key], message });
    lost.add(index);
    return undefined;
  };
  const findParent = (index: number, chain: readonly string[]): Mapping | undefined => {
    const rule = mappingOf(own[index]);
    const id = idOf(rule);
    const named = rule['extends'];
    const borrow = (parent: Mapping | undefined): Mapping | undefined => {
      if (parent && rule['examples'] === undefined) borrowed.add(index);
      return parent;
    };
    if (typeof named !== 'string') return id === undefined ? undefined : borrow(inBase(id));
    const inherited = inBase(named);
    if (named === id && inherited) return borrow(inherited);
    if (chain.includes(named)) {
      return complain(index, 'extends', `this rule builds on itself: ${circleOf(chain, named)}`);
    }
    const at = indexes.get(named);
    if (at !== undefined) {
      const parent = build(at, [...chain, named]);
      if (lost.has(at)) lost.add(index);
      if (borrowed.has(at)) borrow(parent);
      return parent;
    }
    if (inherited) return borrow(inherited);
    const found = elsewhere(named);
    return 'rule' in found ? borrow(found.rule) : complain(index, 'extends', found.message);
  };
  const switchedOff = (index: number, rule: Mapping, key: 'off' | 'severity'): Mapping => {
    const id = idOf(rule) ?? '';
    const parent = inBase(id);
    const { off: _off, reason, severity: _severity, extends: _extends, ...rest } = rule;
    if (!parent) {
      const hint = didYouMean(id, baseIds) || ': leave out what no post shall be asked';
      complain(index, key, `there is no inherited rule ${quote(id)} to switch off${hint}`);
      return rest;
    }
    if (isSilent(reason)) {
      const message = `${quote(id)} is switched off without a reason: add reason`;
      mistakes.push({ kind: 'missing', path: ['rules', index], message });
    }
    borrowed.add(index);
    return parent;
  };
  const build = (index: number, chain: readonly string[]): Mapping => {
    const known = done.get(index);
    if (known) return known;
    const rule = mappingOf(own[index]);
    const key = findSwitch(rule);
    if (key) {
      const result = switchedOff(index, rule, key);
      done.set(index, result);
      return result;
    }
    const parent = findParent(index, chain);
    const result = parent ? merged(parent, rule) : rule;
    done.set(index, result);
    return result;
  };
  const rules = own.map((rule, index) => {
    if (!isMapping(rule)) return rule;
    const built = build(index, [idOf(rule) ?? '']);
    if (built === rule && rule['extends'] === undefined) return rule;
    mistakes.push(...findMistakes(builtRuleSchema, rule, ['rules', index]));
    const { extends: _extends, ...rest } = built;
    return rest;
  });
  return { rules, mistakes, borrowed, lost };
};
