import type { AuditRule, Policy, Rule } from '../core/policy.ts';
import { visible, widthOf } from './cells.ts';
import { guarded } from './guard.ts';
import { indented } from './layout.ts';
import type { Paint, Render } from './options.ts';
import { columnsOf } from './options.ts';
import { counted } from './summary.ts';
import { wrap } from './wrap.ts';

interface AtHand {
  readonly policy: Policy;
  readonly isActive: boolean;
}

const SEVERITY = 'warning'.length + 2;
/** With less room a requirement stands below its rule. */
const LEAST_ROOM = 30;

interface Columns {
  readonly width: number;
  readonly id: number;
}

const ruleLines = (
  { id, severity }: Rule | AuditRule,
  requires: string,
  columns: Columns,
  paint: Paint,
): readonly string[] => {
  const head = `${paint[severity](severity.padEnd(SEVERITY))}${visible(id)}`;
  const indent = SEVERITY + columns.id + 2;
  const room = columns.width - 2 - indent;
  if (room < LEAST_ROOM) {
    const below = wrap(requires, columns.width - 2 - SEVERITY);
    return indented([head, ...indented(below, SEVERITY)], 2);
  }
  const [first = '', ...rest] = wrap(requires, room);
  const gap = ' '.repeat(columns.id + 2 - widthOf(id));
  return indented([`${head}${gap}${first}`, ...indented(rest, indent)], 2);
};

const activeLines = (
  { rules, audits, clauses }: Policy,
  width: number,
  paint: Paint,
): readonly string[] => {
  const columns = { width, id: Math.max(0, ...[...rules, ...audits].map(({ id }) => widthOf(id))) };
  const requires = new Map(clauses.map((clause) => [clause.id, clause.requires]));
  const lines = (all: readonly (Rule | AuditRule)[]): readonly string[] =>
    all.flatMap((one) => ruleLines(one, requires.get(one.clause) ?? '', columns, paint));
  const heading = wrap('with an archive (policy-lint audit):', width - 2).map((line) =>
    paint.dim(line),
  );
  return [...lines(rules), ...(audits.length > 0 ? indented(heading, 2) : []), ...lines(audits)];
};

/** What is there and not in use: as much as one needs to choose it. */
const otherLines = ({ info, clauses, rules, audits }: Policy, width: number): readonly string[] => {
  const asked = audits.length > 0 ? `, ${counted(audits.length, 'audit')}` : '';
  const sizes = `${counted(clauses.length, 'clause')}, ${counted(rules.length, 'rule')}${asked}`;
  return indented(wrap(`${sizes}; policy-lint coverage ${info.id} lists them`, width - 2), 2);
};

/** A policy at hand; an active one with its rules and what each stands for. */
export const policyText: Render<AtHand> = ({ policy, isActive }, options) => {
  const { paint } = options;
  const { id, title } = policy.info;
  const width = columnsOf(options);
  return guarded([
    ...wrap(`${id}: ${title}${isActive ? ' (active)' : ''}`, width).map((line) => paint.bold(line)),
    ...(isActive ? activeLines(policy, width, paint) : otherLines(policy, width)),
  ]);
};
