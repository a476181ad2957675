import { toJson } from '../json.ts';
import type { AuditFormat } from './format.ts';
import { auditHeadOf, auditTailOf, auditedPostOf } from './json-parts.ts';

/** For programs that read line by line: one post a line, then everything else. */
export const ndjson: AuditFormat = (head, { reveal }) => ({
  post: (judged) => `${toJson(auditedPostOf(judged, reveal))}\n`,
  end: (summary) => `${toJson({ ...auditHeadOf(head), ...auditTailOf(summary) })}\n`,
});
