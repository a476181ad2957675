import type { AuditRule, Policy } from '../core/policy.ts';
import type { Severity } from '../core/severity.ts';
import { clip } from './cells.ts';
import { parameters } from './conditions.ts';
import { guarded } from './guard.ts';
import { labelled, source } from './layout.ts';
import type { Render } from './options.ts';
import { columnsOf } from './options.ts';
import { withRight, wrap } from './wrap.ts';

interface Explained {
  readonly policy: Policy;
  readonly audit: AuditRule;
  /** What the audit looks at. */
  readonly about: string;
}

const FORCE: Readonly<Record<Severity, string>> = {
  error: 'error: an audit in which it is broken fails',
  warning: 'warning: the report says so',
  info: 'info: worth knowing',
};

/** An audit for people: what it asks of an archive, why, and what to do. */
export const explainAudit: Render<Explained> = ({ policy, audit, about }, options) => {
  const { paint } = options;
  const width = columnsOf(options);
  const room = width - 11;
  const clause = policy.clauses.find(({ id }) => id === audit.clause);
  const cited = { policy: policy.info.id, section: clause?.section ?? '', clause: audit.clause };
  const given = parameters(audit.with);
  const told = (label: string, words: string): readonly string[] =>
    words === '' ? [] : labelled(label, wrap(words, room), paint);
  return guarded([
    ...withRight([clip(audit.id, width)], clip(policy.info.id, width), width, [
      paint.bold,
      paint.dim,
    ]),
    ...wrap(clause?.requires ?? '', width),
    '',
    ...labelled('Policy', source(cited, [policy.info], room, paint), paint),
    ...told('Force', FORCE[audit.severity]),
    ...told('Tells', `${about}, by the archive of the account (policy-lint audit)`),
    ...told('Try', audit.advice ?? ''),
    ...told('Audit', `${audit.audit}${given === '' ? '' : ` (${given})`}`),
    ...told('File', `${audit.file ?? policy.file}:${audit.line}`),
  ]);
};
