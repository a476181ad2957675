import fc from 'fast-check';
import type { Finding } from '../../src/core/finding.ts';
import type { Post } from '../../src/core/post.ts';
import type { Notice } from '../../src/core/problem.ts';
import { NOTICE_KINDS } from '../../src/core/problem.ts';
import type { JudgedPost, Report } from '../../src/core/report.ts';
import { CONFIDENCES, SEVERITIES } from '../../src/core/severity.ts';
import type { Span } from '../../src/core/span.ts';
import type { Waiver } from '../../src/core/waiver.ts';
import { HEXLEY, OAKFIELD, reportOf } from './oakfield-report.ts';

/** What a terminal, a log or a layout may stumble over. */
const HOSTILE = [
  '\x1b[31m',
  '\x1b]8;;https://oakfield.example\x07',
  '\x9b2J',
  '\0',
  '\r',
  '\r\n',
  '\n',
  '\t',
  '\x7f',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u2028',
  '\ufeff',
  '\ud83d',
  '\udc00',
  '\u{e0041}',
  '\n::error file=x::y',
  '##[error]',
  '%0A',
  '"><img src=x onerror=alert(1)>',
  "' style='color:red",
  '&lt;',
  '＝1+1',
  '"a","b"',
  '\n```\n',
  '| --- |',
  ' # SKIP ',
  '::add-mask::Olwen',
  '::',
  '%0A::error::',
  '%',
  ']]>',
  '<script>alert(1)</script>',
  '&amp;',
  '=HYPERLINK("https://oakfield.example")',
  '"',
  '’',
  '`',
  '|',
  '\\',
  '](https://oakfield.example)',
  '@AshgroveSchool',
  '👨‍👩‍👧‍👦',
  '🇬🇧',
  'e\u0301',
  '日本語',
  'مرحبا',
  ' ',
  'Olwen',
  'Oakfield ',
  ' sports day ',
] as const;

export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 12,
  })
  .map((pieces) => pieces.join(''));

const spanIn = (length: number): fc.Arbitrary<Span> =>
  fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => ({
    start: Math.min(a, b),
    end: Math.max(a, b),
  }));

const line = fc.integer({ min: 1, max: 100_000 });

const findingIn = ({ text, media }: Post): fc.Arbitrary<Finding> => {
  const alt = media[0]?.alt ?? '';
  const place = fc.oneof(
    fc.record({
      where: fc.constantFrom('text', 'hashtag', 'handle', 'url'),
      range: fc.option(spanIn(text.length)),
    }),
    fc.record({ where: fc.constantFrom('at', 'reply', 'media[0]'), range: fc.constant(null) }),
    fc.record({ where: fc.constant('media[0].alt'), range: fc.option(spanIn(alt.length)) }),
  ) as fc.Arbitrary<Pick<Finding, 'where' | 'range'>>;
  return fc
    .record({
      place,
      rule: fc.constantFrom('oakfield-2026/no-child-names', 'hexley-trust/no-handles', 'x/y'),
      severity: fc.constantFrom(...SEVERITIES),
      confidence: fc.constantFrom(...CONFIDENCES),
      message: hostileText,
      evidence: fc.array(hostileText, { maxLength: 2 }),
      citation: fc.record({
        policy: fc.constantFrom('oakfield-2026', 'hexley-trust', 'x'),
        section: hostileText,
        clause: fc.constant('4.2'),
        requires: hostileText,
      }),
      also: fc.array(
        fc.record({
          rule: fc.constantFrom('oakfield-2026/kind-words', 'hexley-trust/calm'),
          severity: fc.constantFrom(...SEVERITIES),
          citation: fc.record({
            policy: fc.constantFrom('oakfield-2026', 'hexley-trust'),
            section: hostileText,
            clause: fc.constant('5.1'),
            requires: hostileText,
          }),
        }),
        { maxLength: 2 },
      ),
      advice: hostileText,
      suggestions: fc.array(fc.record({ title: hostileText, text: hostileText }), { maxLength: 2 }),
    })
    .map(({ place: { where, range }, ...rest }) => ({
      ...rest,
      where,
      range,
      concept: 'child-named',
    }));
};

const anyCell = fc.record({ line, column: line, name: hostileText });

const anyPost: fc.Arbitrary<Post> = fc.record({
  id: hostileText,
  text: hostileText,
  origin: fc.record(
    {
      file: hostileText,
      line,
      record: line,
      textLine: line,
      textColumn: fc.integer({ min: 1, max: 40 }),
      doublesQuotes: fc.constant(true as const),
      cells: fc.record({ text: anyCell, at: anyCell, media: anyCell }, { requiredKeys: [] }),
    },
    { requiredKeys: ['file', 'line', 'record'] },
  ),
  at: fc.constantFrom<Post['at']>({ kind: 'now' }, { kind: 'unscheduled' }),
  media: fc.array(fc.record({ file: hostileText, alt: hostileText }), { maxLength: 1 }),
});

const anyWaiver: fc.Arbitrary<Waiver> = fc.record(
  {
    rule: fc.constantFrom('oakfield-2026/no-child-names', 'x/y'),
    post: fc.constant('5e1f0c3a9b7d2468'),
    reason: hostileText,
    approvedBy: hostileText,
    role: hostileText,
    approved: fc.constant('2026-11-20'),
    expires: fc.constant('2026-11-30'),
    file: hostileText,
    line,
  },
  { requiredKeys: ['rule', 'post', 'reason', 'approvedBy', 'approved', 'expires', 'file', 'line'] },
);

const anyJudged: fc.Arbitrary<JudgedPost> = anyPost.chain((post) =>
  fc.record({
    post: fc.constant(post),
    fingerprint: fc.constantFrom('5e1f0c3a9b7d2468', '0123456789abcdef'),
    at: fc.constant(post.at.kind === 'now' ? '2026-11-23T17:42:00+00:00' : null),
    findings: fc.array(findingIn(post), { maxLength: 3 }),
    waived: fc.array(fc.record({ finding: findingIn(post), waiver: anyWaiver }), { maxLength: 1 }),
    known: fc.array(findingIn(post), { maxLength: 1 }),
    unchecked: fc.constant([]),
    names: fc.array(
      spanIn(post.text.length).map((span) => ({ part: 'text', span }) as const),
      { maxLength: 2 },
    ),
  }),
);

const anyProblem = fc.record(
  { file: hostileText, message: hostileText, line, column: line },
  { requiredKeys: ['file', 'message'] },
);

const anyNotice: fc.Arbitrary<Notice> = fc
  .tuple(anyProblem, fc.constantFrom(...NOTICE_KINDS))
  .map(([problem, kind]) => ({ ...problem, kind }));

/** Reports whose every string is somebody else’s. */
export const anyReport: fc.Arbitrary<Report> = fc
  .tuple(
    fc.array(anyJudged, { maxLength: 3 }),
    fc.array(anyProblem, { maxLength: 2 }),
    fc.constantFrom([OAKFIELD], [OAKFIELD, HEXLEY]),
    hostileText,
    fc.array(anyNotice, { maxLength: 2 }),
  )
  .map(([posts, problems, policies, title, notices]) => ({
    ...reportOf(
      posts,
      problems,
      policies.map((policy) => ({ ...policy, title })),
    ),
    notices,
  }));
