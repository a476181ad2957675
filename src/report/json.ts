import type { Citation, Finding } from '../core/finding.ts';
import type { Problem } from '../core/problem.ts';
import type { JudgedPost, Report } from '../core/report.ts';
import type { Mask } from './mask.ts';
import { masked, maskOf } from './mask.ts';
import type { Render } from './options.ts';

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

const findingOf = (finding: Finding, mask: Mask) => ({
  rule: finding.rule,
  concept: finding.concept,
  severity: finding.severity,
  confidence: finding.confidence,
  message: finding.message,
  where: finding.where,
  range: finding.range && { start: finding.range.start, end: finding.range.end },
  evidence: finding.evidence,
  citation: citationOf(finding.citation),
  also: finding.also.map(({ rule, severity, citation }) => ({
    rule,
    severity,
    citation: citationOf(citation),
  })),
  suggestions: finding.suggestions.map(({ title, text }) => ({
    title: masked(title, mask.inText(title)),
    text: masked(text, mask.inText(text)),
  })),
});

/** One element of `posts`, in the shape that `schema/report.schema.json` describes. */
export const postOf = (judged: JudgedPost, reveal: boolean): object => {
  const { id, origin } = judged.post;
  const mask = maskOf(judged, reveal);
  return {
    id: masked(id, mask.inLabel(id)),
    origin: {
      file: masked(origin.file, mask.inLabel(origin.file)),
      line: origin.line,
      record: origin.record,
    },
    at: judged.at,
    findings: judged.findings.map((finding) => findingOf(finding, mask)),
    waived: [],
  };
};

const SCHEMA = 'policy-lint/report@1';

/** Everything but the posts. */
export type Frame = Omit<Report, 'posts'>;

export const headOf = ({ tool, policies }: Frame): object => ({
  schema: SCHEMA,
  tool: { name: tool.name, version: tool.version },
  policies: policies.map(({ id, title, adopted, reviewDue }) => ({
    id,
    title,
    adopted,
    reviewDue,
  })),
});

export const problemsOf = (list: readonly Problem[]): readonly object[] =>
  list.map(({ file, line, column, message }) => ({ file, line, column, message }));

export const tailOf = ({ unchecked, problems, summary }: Frame): object => ({
  unchecked: unchecked.map(({ reason, rules, posts }) => ({ reason, rules, posts })),
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
    problems: summary.problems,
  },
});

/** For programs: one object, in the shape of `schema/report.schema.json`. */
export const json: Render<Report> = (report, { reveal }) => {
  const posts = report.posts.map((judged) => postOf(judged, reveal));
  return `${toJson({ ...headOf(report), posts, ...tailOf(report) }, 2)}\n`;
};
