import type { Clause, Policy } from '../core/policy.ts';
import { clip } from './cells.ts';
import { guarded } from './guard.ts';
import { labelled, source } from './layout.ts';
import type { Render } from './options.ts';
import { columnsOf } from './options.ts';
import { withRight, wrap } from './wrap.ts';

interface Explained {
  readonly policy: Policy;
  readonly covered: {
    readonly clause: Clause;
    readonly status: 'rule' | 'audit' | 'sign-off' | 'outside' | 'nothing';
    readonly by?: string;
  };
}

const ANSWERS: Readonly<Record<Explained['covered']['status'], string>> = {
  rule: 'rules of the policy',
  audit: 'an audit of an archive',
  'sign-off': 'somebody signs it off (policy-lint due)',
  outside: 'it lies outside what posts can show',
  nothing: 'nothing: a hole in the policy',
};

/** A clause without a rule, for people: what it asks and what answers for it. */
export const explainClause: Render<Explained> = ({ policy, covered }, options) => {
  const { clause, status, by } = covered;
  const { paint } = options;
  const width = columnsOf(options);
  const room = width - 11;
  const cited = { policy: policy.info.id, section: clause.section, clause: clause.id };
  const hole = by === undefined ? ANSWERS.nothing : `nothing: ${by}`;
  const known = by === undefined ? ANSWERS[status] : `${ANSWERS[status]}: ${by}`;
  const answer = status === 'nothing' ? hole : known;
  return guarded([
    ...withRight([clip(clause.id, width)], clip(policy.info.id, width), width, [
      paint.bold,
      paint.dim,
    ]),
    ...wrap(clause.requires, width),
    '',
    ...labelled('Policy', source(cited, [policy.info], room, paint), paint),
    ...labelled('Answer', wrap(answer, room), paint),
  ]);
};
