import type { Policy } from '../core/policy.ts';
import { didYouMean } from '../syntax/closest.ts';
import { findMistakes } from '../syntax/mistakes.ts';
import type { Mistake } from '../syntax/place.ts';
import type { Mapping } from '../syntax/plain-data.ts';
import { isMapping, mappingOf } from '../syntax/plain-data.ts';
import { quote } from '../syntax/words.ts';
import { isOff, silentMistakes, withoutNulls } from './change.ts';
import { idOf } from './parents.ts';
import { builtAuditSchema } from './schema.ts';

/** What became of the audits of a file. */
interface BuiltAudits {
  readonly audits: readonly unknown[];
  readonly mistakes: readonly Mistake[];
}

/** An inherited audit as its file could have written it, with what this one says in its place. */
const merged = (parent: Mapping, own: Mapping): Mapping => {
  const { off: _off, reason: _reason, severity, ...rest } = own;
  const isSame = own['audit'] === undefined || own['audit'] === parent['audit'];
  const { file: _file, line: _line, concept, ...inherited } = parent;
  return {
    ...inherited,
    ...(isSame && { concept }),
    ...rest,
    ...(severity !== undefined && severity !== 'off' && { severity }),
    with: withoutNulls({ ...(isSame && mappingOf(parent['with'])), ...mappingOf(own['with']) }),
  };
};

/** Puts into each audit of a file what it inherits: all that it does not say itself. */
export const buildAudits = (own: readonly unknown[], base: Policy | undefined): BuiltAudits => {
  const inherited = new Map((base?.audits ?? []).map((one) => [one.id, { ...one }]));
  const mistakes: Mistake[] = [];
  const audits = own.map((audit, index) => {
    if (!isMapping(audit)) return audit;
    const id = idOf(audit) ?? '';
    const parent = inherited.get(id);
    const key = audit['off'] === true ? 'off' : 'severity';
    if (!isOff(audit)) {
      if (!parent) return audit;
      mistakes.push(...findMistakes(builtAuditSchema, audit, ['audits', index]));
      return merged(parent, audit);
    }
    if (!parent) {
      const hint = didYouMean(id, inherited.keys()) || ': leave out what nobody shall ask';
      const message = `there is no inherited audit ${quote(id)} to switch off${hint}`;
      mistakes.push({ kind: 'wrong', path: ['audits', index, key], message });
      const { off: _off, reason: _reason, severity: _severity, ...rest } = audit;
      return rest;
    }
    const own = findMistakes(builtAuditSchema, audit, ['audits', index]);
    mistakes.push(...own, ...(own.length > 0 ? [] : silentMistakes(id, audit, ['audits', index])));
    return merged(parent, {});
  });
  return { audits, mistakes };
};
