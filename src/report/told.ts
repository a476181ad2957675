import type { Finding, Suggestion } from '../core/finding.ts';
import type { PolicyInfo } from '../core/policy.ts';
import type { Severity } from '../core/severity.ts';
import { suggestionKey, sureness } from './groups.ts';
import { sourceOf } from './layout.ts';
import { MOST_LINES, few, sentence, unique } from './parts.ts';
import { isIsoTime } from './when.ts';

/** A way out, and how sure it is. */
export interface Offer {
  readonly finding: Finding;
  readonly suggestion: Suggestion;
  readonly checked: string;
}

/**
 * What one rule found in one post, for a report that a person reads: as it is written, so each
 * format has yet to make it safe.
 */
export interface Told {
  readonly severity: Severity;
  readonly isGuess: boolean;
  readonly messages: readonly string[];
  readonly rule: string;
  readonly why: readonly string[];
  /** What the clause asks, and where it stands. */
  readonly asks: string;
  readonly source: string;
  /** Other clauses that ask the same. */
  readonly also: readonly string[];
  readonly offers: readonly Offer[];
  /** Where no change is offered. */
  readonly advice: readonly string[];
}

const offersOf = (group: readonly Finding[], settlesAll: ReadonlySet<string>): readonly Offer[] => {
  const offers = new Map<string, Offer>();
  for (const finding of group) {
    for (const suggestion of finding.suggestions) {
      const key = suggestionKey(finding, suggestion);
      if (offers.size >= MOST_LINES || offers.has(key)) continue;
      const found = settlesAll.has(key) ? 'checked again: clean' : 'checked again: settles this';
      // A machine chose the words: only a person can say whether they are true.
      const isTime = isIsoTime(suggestion.text);
      const checked = isTime ? found : `${found}; read it through yourself`;
      offers.set(key, { finding, suggestion, checked });
    }
  }
  return [...offers.values()];
};

export const toldOf = (
  group: readonly Finding[],
  policies: readonly PolicyInfo[],
  settlesAll: ReadonlySet<string>,
): Told => {
  const { severity, rule, citation } = group[0]!;
  const reasons = group.filter(({ evidence }) => evidence.length > 0);
  const offers = offersOf(group, settlesAll);
  const clauses = group.flatMap(({ also }) => also.map((one) => one.citation.clause));
  return {
    severity,
    isGuess: group.every(({ confidence }) => confidence === 'possible'),
    messages: few(unique(group.map(({ message }) => message))),
    rule,
    why: [
      ...few(unique(reasons.map(({ evidence }) => sentence(evidence.join('; '))))),
      ...sureness(group),
    ],
    asks: citation.requires,
    source: sourceOf(citation, policies).join(' · '),
    also: unique(clauses).filter((clause) => clause !== citation.clause),
    offers,
    advice: offers.length > 0 ? [] : few(unique(group.flatMap(({ advice }) => advice ?? []))),
  };
};
