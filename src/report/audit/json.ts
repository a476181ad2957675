import { hasFindings } from '../../core/report.ts';
import { indented, opened, toJson } from '../json.ts';
import type { AuditFormat } from './format.ts';
import { auditHeadOf, auditTailOf, auditedPostOf } from './json-parts.ts';

/** For programs: one object, in the shape of `schema/audit.schema.json`; of posts those with findings. */
export const json: AuditFormat = (head, { reveal }) => {
  let before = `${opened(auditHeadOf(head))},\n  "posts": [`;
  let isEmpty = true;
  return {
    post(judged) {
      if (!hasFindings(judged)) return '';
      const written = `${before}\n    ${indented(toJson(auditedPostOf(judged, reveal), 2))}`;
      before = ',';
      isEmpty = false;
      return written;
    },
    end: (summary) =>
      `${isEmpty ? `${before}]` : '\n  ]'},${toJson(auditTailOf(summary), 2).slice(1)}\n`,
  };
};
