import type { Finding } from '../../src/core/finding.ts';
import { unmark } from '../../src/core/marks.ts';
import type { PolicyInfo } from '../../src/core/policy.ts';
import type { Post } from '../../src/core/post.ts';
import type { Problem } from '../../src/core/problem.ts';
import type { JudgedPost, Report } from '../../src/core/report.ts';
import type { Span } from '../../src/core/span.ts';

/** The policy of Oakfield Primary: invented, like everybody in these reports. */
export const OAKFIELD: PolicyInfo = {
  id: 'oakfield-2026',
  title: 'Oakfield Primary Social Media Policy',
  adopted: '2026-09-02',
  reviewDue: '2027-09',
};

export const HEXLEY: PolicyInfo = {
  id: 'hexley-trust',
  title: 'Hexley Trust Code',
  adopted: '2025',
};

const RULES = {
  'no-child-names': {
    severity: 'error',
    concept: 'child-named',
    message: 'This post names a child.',
    evidence: ['praise, then a given name and a surname'],
    section: 'Photographs and names',
    clause: '4.2',
    requires: 'A child is never named in a post.',
    advice: 'Write about the class or the team instead.',
  },
  'no-other-handles': {
    severity: 'warning',
    concept: 'handle-used',
    message: 'This handle has not been approved.',
    evidence: ['a handle that is not one of the school’s own accounts'],
    section: 'Accounts',
    clause: '2.1',
    requires: 'Only approved accounts may be mentioned.',
    advice: 'Leave the handle out, or ask for it to be approved.',
  },
  'school-hours': {
    severity: 'warning',
    concept: 'posting-time',
    message: 'This post goes out after hours.',
    evidence: ['17:42 is later than 17:00'],
    section: 'When we post',
    clause: '3.3',
    requires: 'Posts go out on working days between 8:00 and 17:00.',
    advice: 'Post it on the next working day.',
  },
} as const;

export type OakfieldRule = keyof typeof RULES;

/** A finding of a rule above; `changes` replaces what matters to a test. */
export const finding = (
  rule: OakfieldRule,
  range: Span | null,
  changes: Partial<Finding> = {},
): Finding => {
  const { section, clause, requires, ...rest } = RULES[rule];
  return {
    ...rest,
    rule: `oakfield-2026/${rule}`,
    confidence: 'certain',
    where: 'text',
    range,
    citation: { policy: 'oakfield-2026', section, clause, requires },
    also: [],
    suggestions: [],
    ...changes,
  };
};

interface Given {
  readonly post?: Partial<Post>;
  readonly at?: string | null;
  /** What the nth mark of the text becomes; default: a child’s name. */
  readonly found?: (spans: readonly Span[]) => readonly Finding[];
  /** Which marks are names of children: all of them unless told. */
  readonly names?: JudgedPost['names'];
}

/** A judged post from a text with ⟦marks⟧, each a child’s name unless `found` says otherwise. */
export const judged = (
  marked: string,
  { post = {}, at = '2026-11-23T10:42:00+00:00', found, names }: Given = {},
): JudgedPost => {
  const { text, spans } = unmark(marked);
  return {
    post: {
      id: 'sports-day-3',
      text,
      origin: { file: 'queue/2026-11-23.yml', line: 12, record: 3 },
      at: at === null ? { kind: 'unscheduled' } : { kind: 'instant', epochMs: 0 },
      media: [],
      ...post,
    },
    fingerprint: '5e1f0c3a9b7d2468',
    at,
    findings: found?.(spans) ?? spans.map((span) => finding('no-child-names', span)),
    waived: [],
    known: [],
    unchecked: [],
    names: names ?? spans.map((span) => ({ part: 'text', span })),
  };
};

export const reportOf = (
  posts: readonly JudgedPost[],
  problems: readonly Problem[] = [],
  policies: readonly PolicyInfo[] = [OAKFIELD],
): Report => {
  const findings = { error: 0, warning: 0, info: 0 };
  for (const post of posts) for (const { severity } of post.findings) findings[severity] += 1;
  return {
    tool: { name: 'policy-lint', version: '1.2.3' },
    policies,
    posts,
    unchecked: [],
    notices: [],
    problems,
    summary: {
      posts: posts.length,
      clean: posts.filter((post) => post.findings.length + post.known.length === 0).length,
      findings,
      waived: posts.reduce((sum, { waived }) => sum + waived.length, 0),
      known: posts.reduce((sum, { known }) => sum + known.length, 0),
      copies: posts.filter(({ copyOf }) => copyOf).length,
      past: 0,
      problems: problems.length,
    },
  };
};
