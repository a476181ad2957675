import fc from 'fast-check';
import type { AuditSummary, AuditedPost, RuleFigure } from '../../src/core/audit.ts';
import type { Published } from '../../src/core/post.ts';
import { RECORD_KINDS } from '../../src/core/post.ts';
import type { JudgedPost } from '../../src/core/report.ts';
import { SEVERITIES } from '../../src/core/severity.ts';
import type { Excused, Trace } from '../../src/core/trace.ts';
import { DETAIL_KINDS, PURPOSES } from '../../src/core/trace.ts';
import { anyReport, hostileText } from './any-report.ts';
import { AUDIT } from './audit-summary.ts';

const anyUrl = fc.oneof(
  hostileText,
  fc.constantFrom(
    'https://x.com/OakfieldPrimary/status/1',
    'javascript:alert(1)',
    'HTTP://a.example/"',
  ),
  hostileText.map((text) => `https://oakfield.example/${text}`),
);

const count = fc.nat(100_000);

const anyExcused: fc.Arbitrary<Excused> = fc.record({
  rule: fc.constantFrom('oakfield-2026/school-hours', 'x/y'),
  by: fc.constantFrom('event', 'urgent', 'trip', 'wording', 'other'),
  what: hostileText,
});

const anyPublished: fc.Arbitrary<Published> = fc.record(
  {
    kind: fc.constantFrom(...RECORD_KINDS),
    by: hostileText,
    url: anyUrl,
    isCut: fc.constant(true as const),
    deletedMs: fc.oneof(fc.integer(), fc.constant(Number.MAX_VALUE)),
    edits: count,
  },
  { requiredKeys: ['kind'] },
);

const anyTrace: fc.Arbitrary<Trace> = fc.record(
  {
    published: anyPublished,
    purpose: fc.constantFrom(...PURPOSES),
    isReply: fc.boolean(),
    source: hostileText,
    mentions: fc.array(hostileText, { maxLength: 2 }),
    details: fc.array(fc.record({ kind: fc.constantFrom(...DETAIL_KINDS), value: hostileText }), {
      maxLength: 2,
    }),
    isSchoolTalk: fc.boolean(),
    excused: fc.array(anyExcused, { maxLength: 2 }),
  },
  { requiredKeys: ['purpose', 'isReply', 'mentions', 'details', 'isSchoolTalk', 'excused'] },
);

const anyPlace: fc.Arbitrary<AuditedPost> = fc.record(
  {
    id: hostileText,
    file: hostileText,
    line: fc.integer({ min: 1, max: 1_000_000 }),
    at: fc.constantFrom(null, '2026-11-23T17:42:00+00:00'),
    url: anyUrl,
  },
  { requiredKeys: ['id', 'file', 'line', 'at'] },
);

const anyRule: fc.Arbitrary<RuleFigure> = fc.record({
  rule: fc.constantFrom('oakfield-2026/no-child-names', 'x/y', 'x/z'),
  clause: hostileText,
  section: hostileText,
  requires: hostileText,
  severity: fc.constantFrom(...SEVERITIES),
  findings: count,
  posts: count,
  before: fc.option(count),
});

/** What is judged, and its sum: every string in them is somebody else’s. */
export interface AnyAudit {
  readonly posts: readonly JudgedPost[];
  readonly summary: AuditSummary;
}

export const anyAudit: fc.Arbitrary<AnyAudit> = fc
  .tuple(
    anyReport,
    anyTrace,
    fc.array(
      anyExcused.chain((one) =>
        fc
          .tuple(anyPlace, hostileText)
          .map(([post, text]) => ({ ...one, post, text: text.slice(0, 140) })),
      ),
      { maxLength: 2 },
    ),
    fc.array(anyPlace, { maxLength: 2 }),
    fc.array(anyRule, { maxLength: 3 }),
    fc.tuple(hostileText, hostileText, hostileText, hostileText),
    fc.nat(3),
  )
  .map(([{ posts, problems, notices }, trace, excused, places, rules, words, more]) => {
    const [label, told, title, name] = words;
    const judged = posts.map((post) => ({ ...post, trace }));
    const listed = judged
      .filter(({ findings }) => findings.length > 0)
      .map((post, index) => ({ ...post, isDue: index % 2 === 0 }));
    const due = listed.filter(({ isDue }) => isDue).length;
    return {
      posts: judged,
      summary: {
        ...AUDIT,
        period: { ...AUDIT.period, label },
        account: {
          ...AUDIT.account!,
          file: name,
          profile: { handle: name, displayName: title, bio: told, createdMs: Number.MAX_VALUE },
        },
        listed,
        listable: listed.length + more,
        due: due + more,
        errors: { ...AUDIT.errors, due: due + more },
        rules,
        excused,
        answers: AUDIT.answers.map((answer) => ({
          ...answer,
          told,
          requires: title,
          items: places.map((post) => ({ told, post })),
        })),
        signOffs: AUDIT.signOffs.map((one) => ({ ...one, owner: name, requires: told })),
        comparison: {
          ...AUDIT.comparison!,
          policy: { id: 'x', title },
          posts: places.map((post) => ({ ...post, side: 'stopped', rules: [name] })),
        },
        terms: AUDIT.terms.map((term) => ({ ...term, label })),
        problems,
        notices,
      },
    };
  });
