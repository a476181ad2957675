import type { Citation, Finding } from '../core/finding.ts';
import type { Severity } from '../core/severity.ts';
import { escapeMarkdown } from './markdown-escape.ts';
import type { PolicyInfo } from '../core/policy.ts';
import { askedOf, cut, plain, shortName, sourceInWords } from './sentences.ts';

export type SarifLevel = 'error' | 'warning' | 'note';

export const SARIF_LEVELS: Readonly<Record<Severity, SarifLevel>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** GitHub’s limit for descriptions. */
const LONGEST = 1024;

/** What GitHub shows beside every alert of a rule: the clause, and where to read more. */
const helpOf = (rule: string, citation: Citation, policies: readonly PolicyInfo[]) => {
  const asked = plain(citation.requires, shortName(rule));
  const source = sourceInWords(citation, policies);
  const more = `policy-lint explain ${plain(rule, 'rule')}`;
  return {
    text: [asked, source, `More: ${more}`].filter((words) => words !== '').join('\n'),
    markdown: [
      escapeMarkdown(asked),
      source && `**Policy:** ${escapeMarkdown(source)}`,
      `**More:** ${escapeMarkdown(more)}`,
    ]
      .filter((words) => words !== '')
      .join('\n\n'),
  };
};

/** A rule as SARIF describes it. Nothing of a post stands in it. */
const ruleOf = (
  { rule, severity, concept, citation }: Finding,
  policies: readonly PolicyInfo[],
) => {
  const name = shortName(rule);
  return {
    id: plain(rule, 'rule'),
    name,
    shortDescription: { text: cut(plain(citation.requires, name), LONGEST) },
    fullDescription: { text: cut(askedOf(citation, policies) || name, LONGEST) },
    help: helpOf(rule, citation, policies),
    defaultConfiguration: { level: SARIF_LEVELS[severity] },
    properties: { tags: [...new Set([plain(citation.policy, 'policy'), plain(concept, 'rule')])] },
  };
};

/** The rules that findings name, each described once. */
export const createRules = (
  policies: readonly PolicyInfo[],
): {
  readonly indexOf: (finding: Finding) => number;
  readonly list: () => readonly object[];
} => {
  const indices = new Map<string, number>();
  const list: object[] = [];
  return {
    indexOf: (finding) => {
      const known = indices.get(finding.rule);
      if (known !== undefined) return known;
      indices.set(finding.rule, list.length);
      return list.push(ruleOf(finding, policies)) - 1;
    },
    list: () => list,
  };
};
