import type { Clause, Policy } from '../core/policy.ts';
import { visible } from './cells.ts';
import { guarded } from './guard.ts';
import type { Paint, Render } from './options.ts';
import { columnsOf } from './options.ts';
import { counted } from './summary.ts';
import { fill, wrap } from './wrap.ts';

interface Covered {
  readonly policy: Policy;
  readonly clauses: readonly {
    readonly clause: Clause;
    readonly status: 'rule' | 'audit' | 'sign-off' | 'outside' | 'nothing';
    readonly rules: readonly string[];
    readonly audits: readonly string[];
    readonly by?: string;
  }[];
}

type CoveredClause = Covered['clauses'][number];

const WORDS: Readonly<Record<CoveredClause['status'], string>> = {
  rule: 'rule',
  audit: 'audit',
  'sign-off': 'sign-off',
  outside: 'outside',
  nothing: 'nothing',
};

const answer = ({ status, rules, audits, by }: CoveredClause): string => {
  if (status === 'nothing') return by ?? 'no rule, no audit, no sign-off: a hole';
  const asked = [...rules, ...audits];
  return [...(asked.length > 0 ? [asked.join(', ')] : []), ...(by ? [by] : [])].join('; ');
};

const block = (one: CoveredClause, width: number, paint: Paint): readonly string[] => {
  const { clause, status } = one;
  const label = WORDS[status].padEnd(9);
  const painted = status === 'nothing' ? paint.error(label) : paint.bold(label);
  return [
    `${painted}${visible(clause.id)}`,
    ...wrap(clause.requires, width - 9).map((line) => `${' '.repeat(9)}${line}`),
    ...wrap(answer(one), width - 11).map((line, index) =>
      paint.dim(`${' '.repeat(9)}${index === 0 ? '→' : ' '} ${line}`),
    ),
  ];
};

/** Clause by clause what answers for it, under the headings of the document, and the sum. */
export const coverageText: Render<Covered> = ({ policy, clauses }, options) => {
  const { paint } = options;
  const width = columnsOf(options);
  const lines = wrap(`${policy.info.id}: ${policy.info.title}`, width).map((line) =>
    paint.bold(line),
  );
  let section = '';
  for (const one of clauses) {
    if (one.clause.section !== section) {
      ({ section } = one.clause);
      lines.push('', ...wrap(section, width).map((line) => paint.dim(line)));
    }
    lines.push(...block(one, width, paint));
  }
  const count = (status: CoveredClause['status']): number =>
    clauses.filter((one) => one.status === status).length;
  const holes = count('nothing');
  const sum = [
    `${clauses.length - holes} of ${counted(clauses.length, 'clause')} answered`,
    `${count('rule')} by rules`,
    `${count('audit')} with an archive`,
    `${count('sign-off')} by sign-offs`,
    `${count('outside')} outside`,
    ...(holes > 0 ? [counted(holes, 'hole')] : []),
  ];
  return guarded([...lines, '', ...fill(sum, width, ' · ').map((line) => paint.bold(line))]);
};
