import type { Policy, Rule } from '../core/policy.ts';
import { didYouMean } from '../syntax/closest.ts';
import type { Mapping } from '../syntax/plain-data.ts';
import { mappingOf } from '../syntax/plain-data.ts';
import { quote } from '../syntax/words.ts';
import type { Sources } from './sources.ts';

export const idOf = (rule: unknown): string | undefined => {
  const { id } = mappingOf(rule);
  return typeof id === 'string' ? id : undefined;
};

/** A rule that was loaded, as its file could have written it. */
const asWritten = ({ file: _file, line: _line, ...rule }: Rule): Mapping => ({ ...rule });

/** Rules as they were written, and whatever they may be built on. */
export interface Sought {
  readonly own: readonly unknown[];
  readonly base: Policy | undefined;
  readonly sources: Sources;
}

/** Where the rules of a file find what they build on. */
interface Search {
  /** Of the rules of the file, by id. */
  readonly indexes: ReadonlyMap<string, number>;
  readonly baseIds: readonly string[];
  inBase(id: string): Mapping | undefined;
  /** A rule of another policy, or why there is none. */
  elsewhere(named: string): { readonly rule: Mapping } | { readonly message: string };
}

export const createSearch = ({ own, base, sources }: Sought): Search => {
  const indexes = new Map<string, number>();
  for (const [index, rule] of own.entries()) {
    const id = idOf(rule);
    if (id !== undefined && !indexes.has(id)) indexes.set(id, index);
  }
  const inherited = new Map((base?.rules ?? []).map((rule) => [rule.id, rule]));
  return {
    indexes,
    inBase: (id) => {
      const rule = inherited.get(id);
      return rule && asWritten(rule);
    },
    baseIds: [...inherited.keys()],
    elsewhere(named) {
      const slash = named.indexOf('/');
      const known = [...indexes.keys(), ...inherited.keys()];
      const missing = (hint: string) => ({
        message: `there is no rule ${quote(named)} to build on${hint}`,
      });
      if (slash < 0) {
        return missing(didYouMean(named, known) || ': name one of this file, or policy/rule');
      }
      const { policy, problems } = sources.base(named.slice(0, slash));
      const [problem] = problems;
      if (!policy) {
        return { message: `${quote(named)} cannot be built on: ${problem?.message ?? ''}` };
      }
      const rule = policy.rules.find(({ id }) => id === named.slice(slash + 1));
      if (rule) return { rule: asWritten(rule) };
      const ids = policy.rules.map(({ id }) => `${policy.info.id}/${id}`);
      return missing(
        didYouMean(named, ids) || `: policy-lint coverage ${policy.info.id} lists them`,
      );
    },
  };
};
