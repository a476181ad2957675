import type { Citation, Finding } from '../core/finding.ts';
import type { PolicyInfo } from '../core/policy.ts';
import type { Post } from '../core/post.ts';
import type { Notice, Problem } from '../core/problem.ts';
import type { JudgedPost, ReportHead, ReportTail, WaivedFinding } from '../core/report.ts';
import type { Mask } from './mask.ts';
import { masked, maskOf } from './mask.ts';
import type { Format } from './options.ts';
import { placeOf } from './place.ts';

/** What a terminal would act on or hide, which JSON leaves as it is; escaped it means the same. */
const UNSAFE = /[\u007f-\u009f\p{Zl}\p{Zp}\p{DI}\ufff9-\ufffb\ufffe\uffff]/gu;
const EMOJI_JOINERS = new Set(['\u200d', '\ufe0f']);

const escaped = (sign: string): string => {
  if (EMOJI_JOINERS.has(sign)) return sign;
  const units = Array.from({ length: sign.length }, (_, index) => sign.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
};

/** A value as JSON that holds no control character, not even an invisible one. */
export const toJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(UNSAFE, escaped);

const citationOf = ({ policy, section, clause, requires }: Citation) => ({
  policy,
  section,
  clause,
  requires,
});

/** A column where it is that of the very characters, or where their cell begins. */
const fileOf = (post: Post, finding: Finding) => {
  const { start, end, isExact, cell } = placeOf(post, finding);
  return {
    line: start.line,
    ...((isExact || cell !== undefined) && { column: start.column }),
    ...(isExact && end && { endLine: end.line, endColumn: end.column }),
    ...(cell !== undefined && { cell }),
  };
};

const findingOf = (finding: Finding, post: Post, mask: Mask) => ({
  rule: finding.rule,
  concept: finding.concept,
  severity: finding.severity,
  confidence: finding.confidence,
  message: finding.message,
  where: finding.where,
  range: finding.range && { start: finding.range.start, end: finding.range.end },
  place: fileOf(post, finding),
  evidence: finding.evidence.map((one) => masked(one, mask.inWords(one))),
  citation: citationOf(finding.citation),
  also: finding.also.map(({ rule, severity, citation }) => ({
    rule,
    severity,
    citation: citationOf(citation),
  })),
  advice: finding.advice,
  suggestions: finding.suggestions.map(({ title, text }) => ({
    title: masked(title, mask.inText(title)),
    text: masked(text, mask.inText(text)),
  })),
});

const waivedOf = ({ finding, waiver }: WaivedFinding, post: Post, mask: Mask) => ({
  ...findingOf(finding, post, mask),
  waiver: {
    reason: masked(waiver.reason, mask.inWords(waiver.reason)),
    approvedBy: masked(waiver.approvedBy, mask.inWords(waiver.approvedBy)),
    role: waiver.role && masked(waiver.role, mask.inWords(waiver.role)),
    approved: waiver.approved,
    expires: waiver.expires,
    file: waiver.file,
    line: waiver.line,
  },
});

/** One element of `posts`, in the shape that `schema/report.schema.json` describes. */
export const postOf = (judged: JudgedPost, reveal: boolean): object => {
  const { post, copyOf } = judged;
  const { id, origin } = post;
  const mask = maskOf(judged, reveal);
  return {
    id: masked(id, mask.inLabel(id)),
    origin: {
      file: masked(origin.file, mask.inPath(origin.file)),
      line: origin.line,
      record: origin.record,
    },
    at: judged.at,
    fingerprint: judged.fingerprint,
    copyOf: copyOf && {
      file: masked(copyOf.file, mask.inPath(copyOf.file)),
      line: copyOf.line,
      record: copyOf.record,
    },
    findings: judged.findings.map((finding) => findingOf(finding, post, mask)),
    waived: judged.waived.map((one) => waivedOf(one, post, mask)),
    known: judged.known.map((finding) => findingOf(finding, post, mask)),
  };
};

const SCHEMA = 'policy-lint/report@1';

export const policyOf = ({ id, title, adopted, reviewDue }: PolicyInfo): object => ({
  id,
  title,
  adopted,
  reviewDue,
});

export const headOf = ({ tool, policies }: ReportHead, schema = SCHEMA): object => ({
  schema,
  tool: { name: tool.name, version: tool.version },
  policies: policies.map(policyOf),
});

export const problemsOf = (list: readonly Problem[]): readonly object[] =>
  list.map(({ file, line, column, message }) => ({ file, line, column, message }));

export const noticesOf = (list: readonly Notice[]): readonly object[] =>
  list.map(({ kind, file, line, column, message }) => ({ kind, file, line, column, message }));

export const tailOf = ({ unchecked, notices, problems, summary }: ReportTail): object => ({
  unchecked: unchecked.map(({ reason, rules, posts }) => ({ reason, rules, posts })),
  notices: noticesOf(notices),
  problems: problemsOf(problems),
  summary: {
    posts: summary.posts,
    clean: summary.clean,
    findings: {
      error: summary.findings.error,
      warning: summary.findings.warning,
      info: summary.findings.info,
    },
    waived: summary.waived,
    known: summary.known,
    copies: summary.copies,
    past: summary.past,
    problems: summary.problems,
  },
});

/** An object whose last brace is still to come. */
export const opened = (object: object): string => toJson(object, 2).slice(0, -2);

/** Inside a list inside an object. JSON holds no line break but its own. */
export const indented = (written: string): string => written.replaceAll('\n', '\n    ');

/** For programs: one object, in the shape of `schema/report.schema.json`. */
export const json: Format = (head, { reveal }) => {
  let before = `${opened(headOf(head))},\n  "posts": [`;
  let isEmpty = true;
  return {
    post: (judged) => {
      const written = `${before}\n    ${indented(toJson(postOf(judged, reveal), 2))}`;
      before = ',';
      isEmpty = false;
      return written;
    },
    end: (tail) => `${isEmpty ? `${before}]` : '\n  ]'},${toJson(tailOf(tail), 2).slice(1)}\n`,
  };
};
