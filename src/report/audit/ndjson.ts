import { toJson } from '../json.ts';
import { tracedLine } from '../traced-line.ts';
import type { AuditFormat } from './format.ts';
import { auditHeadOf, auditTailOf } from './json-parts.ts';

/**
 * For programs that read line by line: one post a line, those of the period before too, then everything
 * else. `policy-lint report` makes the same report of it again.
 */
export const ndjson: AuditFormat = (head, { reveal }) => ({
  post: (judged) => tracedLine(judged, reveal),
  before: (judged) => tracedLine(judged, reveal, true),
  end: (summary) => `${toJson({ ...auditHeadOf(head), ...auditTailOf(summary) })}\n`,
});
