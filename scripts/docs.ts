import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { AUDITS } from '../src/audits/index.ts';
import { CHECKS } from '../src/checks/index.ts';
import { CATALOGUE } from '../src/engine/catalogue.ts';
import type { AuditRule, Policy, Rule } from '../src/core/policy.ts';
import { unmark } from '../src/core/marks.ts';
import { coverageOf } from '../src/policy/coverage.ts';
import { loadPolicy } from '../src/policy/load.ts';
import { parameters } from '../src/report/conditions.ts';

const NOTE =
  '<!-- Made by npm run generate: change the policy or the page of the check instead. -->\n';

/** Text that Markdown must not read as its own signs. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>|#]/gu, '\\$&');

const policies = (): readonly Policy[] =>
  readdirSync('rules')
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => {
      const { policy } = loadPolicy(
        readFileSync(path.join('rules', file), 'utf8'),
        `rules/${file}`,
        CATALOGUE,
      );
      return policy ?? [];
    });

const exampleText = (example: Rule['examples']['flags'][number]): string =>
  typeof example === 'string' ? example : String(example['text'] ?? '');

/** The first posts that a rule flags and allows, so that a reader sees what it is about. */
const samples = ({ examples }: Rule): readonly string[] =>
  (['flags', 'allows'] as const).flatMap((kind) => {
    const text = examples[kind].map(exampleText).find((one) => one.trim() !== '');
    if (text === undefined) return [];
    const shown = plain(unmark(text).text.replace(/\s+/gu, ' '));
    return [`- ${kind === 'flags' ? 'flags' : 'allows'}: ${shown}`];
  });

const rulePage = (rule: Rule): readonly string[] => {
  const given = parameters(rule.with);
  return [
    `### ${rule.id}`,
    '',
    `${plain(rule.message.replace(/\{\w+\}/gu, '…'))} ${plain((rule.advice ?? '').replace(/\{\w+\}/gu, '…'))}`.trim(),
    '',
    `- clause ${plain(rule.clause)}, ${rule.severity}`,
    `- check [${rule.check}](../checks/${rule.check}.md)${given === '' ? '' : ` (${plain(given)})`}`,
    ...samples(rule),
    '',
  ];
};

const auditPart = (rule: AuditRule): readonly string[] => {
  const given = parameters(rule.with);
  return [
    `### ${rule.id}`,
    '',
    ...(rule.advice === undefined ? [] : [plain(rule.advice), '']),
    `- clause ${plain(rule.clause)}, ${rule.severity}`,
    `- audit [${rule.audit}](../audits/${rule.audit}.md)${given === '' ? '' : ` (${plain(given)})`}`,
    '',
  ];
};

const questionLines = ({ questions, info }: Policy): readonly string[] =>
  questions.length === 0
    ? []
    : [
        '## What the document leaves open',
        '',
        ...questions.map(({ id, asks, default: usual, otherwise, settledBy }) => {
          const others = Object.keys(otherwise);
          const how = [
            ...(others.length > 0
              ? [`\`answers: { ${info.id}/${id}: ${others.join(' | ')} }\``]
              : []),
            ...(settledBy === undefined ? [] : [`\`${settledBy}\` in policy-lint.yaml`]),
          ].join(', or ');
          return `- ${plain(asks)} Taken as: ${plain(usual)}.${how === '' ? '' : ` Otherwise: ${how}.`}`;
        }),
        '',
      ];

const sizes = ({ clauses, rules, audits }: Policy): string =>
  `${clauses.length} clauses, ${rules.length} rules${audits.length > 0 ? `, ${audits.length} audits` : ''}`;

const policyPage = (policy: Policy): string => {
  const { clauses } = coverageOf(policy);
  const rows = clauses.map(({ clause, status, rules, audits, by }) => {
    const asked = [...rules, ...audits].join(', ');
    const answer = asked === '' ? (by ?? '') : asked;
    return `| ${plain(clause.id)} | ${plain(clause.requires)} | ${status} | ${plain(answer)} |`;
  });
  return [
    `${NOTE}# ${plain(policy.info.title)}`,
    '',
    `\`${policy.info.id}\`: ${sizes(policy)}.`,
    '',
    ...questionLines(policy),
    '## Clauses',
    '',
    '| clause | asks | answered by | |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    '## Rules',
    '',
    ...policy.rules.flatMap(rulePage),
    ...(policy.audits.length > 0 ? ['## Audits', '', ...policy.audits.flatMap(auditPart)] : []),
  ]
    .join('\n')
    .replace(/\n+$/u, '\n');
};

const checkPage = (name: string, all: readonly Policy[]): string => {
  const file = path.join('src', 'checks', `${name}.md`);
  const page = existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : `# ${name}`;
  const users = all.flatMap(({ info, rules }) =>
    rules
      .filter(({ check }) => check === name)
      .map(({ id }) => `- [${info.id}](../policies/${info.id}.md#${id})/${id}`),
  );
  const used = users.length === 0 ? ['No shipped policy asks it.'] : users;
  return `${NOTE}${page}\n\n## Rules that ask it\n\n${used.join('\n')}\n`;
};

const auditPage = (name: string, all: readonly Policy[]): string => {
  const file = path.join('src', 'audits', `${name}.md`);
  const page = existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : `# ${name}`;
  const users = all.flatMap(({ info, audits }) =>
    audits
      .filter(({ audit }) => audit === name)
      .map(({ id }) => `- [${info.id}](../policies/${info.id}.md#${id})/${id}`),
  );
  const used = users.length === 0 ? ['No shipped policy asks it.'] : users;
  return `${NOTE}${page}\n\n## Policies that ask it\n\n${used.join('\n')}\n`;
};

const index = (all: readonly Policy[]): string =>
  [
    `${NOTE}# Policies, checks and audits`,
    '',
    '## Policies',
    '',
    ...all.map(
      (policy) =>
        `- [${policy.info.id}](policies/${policy.info.id}.md): ${plain(policy.info.title)} (${sizes(policy)})`,
    ),
    '',
    '## Checks',
    '',
    ...[...CHECKS.keys()].sort().map((name) => `- [${name}](checks/${name}.md)`),
    '',
    '## Audits',
    '',
    ...[...AUDITS]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { about }]) => `- [${name}](audits/${name}.md): ${about}`),
    '',
  ].join('\n');

/** Every page of `docs` that is made from policies, checks and audits. */
export const docs = (): ReadonlyMap<string, string> => {
  const all = policies();
  return new Map([
    ['docs/README.md', index(all)],
    ...all.map((policy) => [`docs/policies/${policy.info.id}.md`, policyPage(policy)] as const),
    ...[...CHECKS.keys()].map((name) => [`docs/checks/${name}.md`, checkPage(name, all)] as const),
    ...[...AUDITS.keys()].map((name) => [`docs/audits/${name}.md`, auditPage(name, all)] as const),
  ]);
};
