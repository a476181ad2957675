import type { Finding, Suggestion } from '../core/finding.ts';
import { groupBy } from '../core/group-by.ts';
import { partOfFinding } from '../core/parts.ts';
import { CONFIDENCES, SEVERITIES } from '../core/severity.ts';

/** Findings of one rule together, the most serious and the surest first. */
export const groupsOf = (findings: readonly Finding[]): readonly (readonly Finding[])[] => {
  const groups = groupBy(findings, ({ rule }) => rule);
  const surest = (group: readonly Finding[]): number =>
    Math.min(...group.slice(0, 1000).map(({ confidence }) => CONFIDENCES.indexOf(confidence)));
  const rank = (group: readonly Finding[]): number => SEVERITIES.indexOf(group[0]!.severity);
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || surest(a) - surest(b));
};

/** The same change offered twice is one. */
export const suggestionKey = (finding: Finding, { text }: Suggestion): string =>
  `${partOfFinding(finding)}\n${text}`;

/** Suggestions that every finding of the post offers. */
export const settlingAll = (findings: readonly Finding[]): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const keys = finding.suggestions.map((suggestion) => suggestionKey(finding, suggestion));
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count === findings.length).map(([key]) => key));
};

/** What to say of marks that are not sure. */
export const sureness = (group: readonly Finding[]): readonly string[] => {
  const guesses = group.filter(({ confidence }) => confidence === 'possible').length;
  if (guesses === 0) return [];
  return guesses === group.length
    ? ['This is only a guess: please look for yourself.']
    : ['Dotted marks are only a guess: please look for yourself.'];
};
