import type { GenericSchema, InferOutput } from 'valibot';
import { parse } from 'valibot';
import type { ArchiveAccount } from '../core/archive.ts';
import type { AuditAnswer, AuditedPost, Period } from '../core/audit.ts';
import type { Policy } from '../core/policy.ts';
import type { JudgedPost } from '../core/report.ts';
import type { School } from '../core/school.ts';

/** What an audit may look at before the first post. */
export interface AuditContext {
  readonly policy: Policy;
  /** All that are in force, this one among them. */
  readonly policies: readonly Policy[];
  readonly school: School;
  /** Absent: the posts came without the rest of an archive. */
  readonly account?: ArchiveAccount;
  readonly period: Period;
  /** The moment of the run, milliseconds since 1970 UTC. */
  readonly nowMs: number;
  /** IANA zone of the policy. */
  readonly timezone: string;
}

/** What an audit answers; the engine adds policy, rule, clause and severity. */
export type Answered = Pick<AuditAnswer, 'status' | 'told' | 'items' | 'count'> &
  Partial<Pick<AuditAnswer, 'advice'>>;

/**
 * An audit under way. Posts of the period come once each, in any order, and the answer must not depend
 * on it; what is kept of them must not grow with their number beyond some bytes each.
 * `judged.trace` is always there; the text may be masked, or missing when results are merged.
 */
export interface AuditRun {
  readonly add?: (judged: JudgedPost) => void;
  readonly end: () => Answered;
}

interface AuditDefinition<Schema extends GenericSchema> {
  readonly name: string;
  /** What it looks at, in words that finish “judged by the audit: …”. */
  readonly about: string;
  readonly params: Schema;
  readonly start: (params: InferOutput<Schema>, context: AuditContext) => AuditRun;
}

/** A kind of question about a whole account and its history, its parameters checked once per rule. */
export interface Audit {
  readonly name: string;
  readonly about: string;
  readonly params: GenericSchema;
  /** Throws on parameters that the schema refuses: the policy loader has reported those already. */
  readonly start: (params: unknown, context: AuditContext) => AuditRun;
}

/** States an audit's parameters once: the schema validates the YAML and types `start`. */
export const defineAudit = <const Schema extends GenericSchema>({
  params,
  start,
  ...rest
}: AuditDefinition<Schema>): Audit => ({
  ...rest,
  params,
  start: (given, context) => start(parse(params, given), context),
});

/** How a report points to a post. */
export const auditedPost = ({ post, at, trace }: JudgedPost): AuditedPost => ({
  id: post.id,
  file: post.origin.file,
  line: post.origin.line,
  at,
  ...(trace?.published?.url !== undefined && { url: trace.published.url }),
});
