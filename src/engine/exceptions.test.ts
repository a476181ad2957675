import {
  array,
  assert,
  boolean,
  constantFrom,
  integer,
  property,
  record,
  shuffledSubarray,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finding, judged } from '../../test/support/oakfield-report.ts';
import { policyOf, ruleWith } from '../../test/support/small-policy.ts';
import type { Finding } from '../core/finding.ts';
import { brokenRules } from '../core/finding.ts';
import type { JudgedPost } from '../core/report.ts';
import type { Severity } from '../core/severity.ts';
import { SEVERITIES } from '../core/severity.ts';
import type { Baseline, Waiver } from '../core/waiver.ts';
import { createBaselineCollector, prunedBaseline } from './baseline-collector.ts';
import { createExceptions } from './exceptions.ts';

const POST = '5e1f0c3a9b7d2468';
const OTHER = '0000000000000001';
const POLICY = policyOf(
  [
    ruleWith('names', { message: 'Named.', advice: 'Say the class.' }),
    ruleWith('names-2', { severity: 'warning', message: 'Named again.' }),
    ruleWith('names-3', { severity: 'warning', message: 'Named at {time}.', advice: 'Not {now}.' }),
    ruleWith('tags', { severity: 'info' }),
  ],
  { off: [{ rule: 'replies', clause: 'c1', reason: 'agreed' }] },
);
const SETTINGS = { today: '2026-11-23', policies: [POLICY], baselineFile: 'b.json' };

const SEVERITY: Readonly<Record<string, Severity>> = {
  'names-2': 'warning',
  'names-3': 'warning',
  tags: 'info',
};

const broken = (id: string) => {
  const severity = SEVERITY[id] ?? 'error';
  const citation = { policy: 'oakfield', section: 'S', clause: id, requires: 'R.' };
  return { rule: `oakfield/${id}`, severity, citation };
};

/** A finding of the first rule; the others are broken in the same place. */
const of = (id: string, ...also: readonly string[]): Finding =>
  finding('no-child-names', null, {
    ...broken(id),
    message: `M of ${id}`,
    advice: `A of ${id}`,
    also: also.map(broken),
  });

const post = (findings: readonly Finding[], fingerprint = POST): JudgedPost => ({
  ...judged('Sports day', { found: () => findings }),
  fingerprint,
});

const waiver = (id: string, changes: Partial<Waiver> = {}): Waiver => ({
  rule: `oakfield/${id}`,
  post: POST,
  reason: 'The parents agreed in writing',
  approvedBy: 'A. Okafor',
  approved: '2026-11-20',
  expires: '2026-11-30',
  file: 'waivers.yaml',
  line: 3,
  ...changes,
});

const baseline = (counts: Readonly<Record<string, number>>, fingerprint = POST): Baseline =>
  new Map([
    [fingerprint, new Map(Object.entries(counts).map(([id, count]) => [`oakfield/${id}`, count]))],
  ]);

/** Rules of a post’s lists, short: `names+names-2` is one finding of two rules. */
const shown = ({ findings, waived, known }: JudgedPost) => {
  const names = (one: Finding): string =>
    brokenRules(one)
      .map(({ rule }) => rule.replace('oakfield/', ''))
      .join('+');
  return {
    findings: findings.map(names),
    waived: waived.map((one) => names(one.finding)),
    known: known.map(names),
  };
};

const applied = (
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  recorded?: Baseline,
): JudgedPost => createExceptions(waivers, recorded, SETTINGS).apply(post(findings));

const NOTHING = { findings: [], waived: [], known: [] };

describe('a waiver', () => {
  it('covers what its rule finds in its post, and no more', () => {
    const one = waiver('names');
    const before = post([of('names'), of('names'), of('tags')]);
    const { apply, notices } = createExceptions([one], undefined, SETTINGS);
    expect(apply(before)).toEqual({
      ...before,
      findings: [of('tags')],
      waived: [
        { finding: of('names'), waiver: one },
        { finding: of('names'), waiver: one },
      ],
    });
    const elsewhere = post([of('names')], OTHER);
    expect(apply(elsewhere)).toBe(elsewhere);
    expect(notices(true)).toEqual([]);
  });

  it.each([
    ['2026-11-19', '2026-11-22', false],
    ['2026-11-19', '2026-11-23', true],
    ['2026-11-23', '2026-11-23', true],
    ['2026-11-24', '2026-11-30', false],
  ])('from %s to %s holds on 2026-11-23: %s', (approved, expires, holds) => {
    const one = waiver('names', { approved, expires });
    expect(shown(applied([of('names')], [one]))).toEqual({
      ...NOTHING,
      ...(holds ? { waived: ['names'] } : { findings: ['names'] }),
    });
  });

  it('leaves the other rules that the same place breaks', () => {
    const [left, ...rest] = applied([of('names', 'names-2', 'tags')], [waiver('names')]).findings;
    expect(rest).toEqual([]);
    expect(left).toEqual({
      ...of('names-2', 'tags'),
      message: 'Named again.',
      advice: undefined,
    });
    expect(left).not.toHaveProperty('advice');
    expect(shown(applied([of('names', 'names-2')], [waiver('names-2')]))).toEqual({
      ...NOTHING,
      findings: ['names'],
      waived: ['names-2'],
    });
    const both = [waiver('names'), waiver('names-2')];
    expect(shown(applied([of('names', 'names-2')], both))).toEqual({
      ...NOTHING,
      waived: ['names', 'names-2'],
    });
  });

  it('keeps words that its check filled in', () => {
    const { findings } = applied([of('names', 'names-3')], [waiver('names')]);
    expect(findings).toEqual([{ ...of('names-3'), message: 'M of names', advice: 'A of names' }]);
  });

  it('leaves the most serious finding first', () => {
    const found = [of('names', 'tags'), of('names-2')];
    expect(shown(applied(found, [waiver('names')])).findings).toEqual(['names-2', 'tags']);
  });
});

describe('a baseline', () => {
  it('knows as many findings as it records', () => {
    const { apply } = createExceptions([], baseline({ names: 2 }), SETTINGS);
    const found = [of('names'), of('tags')];
    expect([apply(post(found)), apply(post(found)), apply(post(found))].map(shown)).toEqual([
      { ...NOTHING, findings: ['tags'], known: ['names'] },
      { ...NOTHING, findings: ['tags'], known: ['names'] },
      { ...NOTHING, findings: ['names', 'tags'] },
    ]);
  });

  it('knows rules one by one', () => {
    const found = [of('names', 'names-2')];
    expect(shown(applied(found, [], baseline({ names: 1, 'names-2': 1 })))).toEqual({
      ...NOTHING,
      known: ['names+names-2'],
    });
    expect(shown(applied(found, [], baseline({ names: 1 })))).toEqual({
      ...NOTHING,
      findings: ['names-2'],
      known: ['names'],
    });
  });

  it('gives way to a waiver', () => {
    expect(shown(applied([of('names')], [waiver('names')], baseline({ names: 1 })))).toEqual({
      ...NOTHING,
      waived: ['names'],
    });
  });

  it('is not changed', () => {
    const recorded = baseline({ names: 1 });
    applied([of('names')], [], recorded);
    expect(recorded).toEqual(baseline({ names: 1 }));
  });
});

describe('notices', () => {
  const ended = waiver('names', { expires: '2026-11-21', line: 12 });
  const early = waiver('names', { approved: '2026-12-01', expires: '2026-12-02', line: 2 });
  const unused = waiver('tags', { line: 20 });
  const off = waiver('replies', { line: 28 });
  const elsewhere = waiver('x', { rule: 'hexley/x' });
  const all = [unused, off, elsewhere, ended, early];
  const place = { file: 'waivers.yaml' };
  const ALWAYS = [
    {
      ...place,
      kind: 'waiver-not-yet',
      line: 2,
      message: 'the waiver of oakfield/names holds from 2026-12-01 on',
    },
    {
      ...place,
      kind: 'waiver-expired',
      line: 12,
      message:
        'the waiver of oakfield/names ended on 2026-11-21: its post is judged like any other',
    },
  ];

  it('tell what does not hold, and what nothing needed once every post was judged', () => {
    const exceptions = createExceptions(all, baseline({ names: 2, tags: 1 }), SETTINGS);
    exceptions.apply(post([of('names')]));
    expect(exceptions.notices(false)).toEqual(ALWAYS);
    expect(exceptions.notices(true)).toEqual([
      ...ALWAYS,
      {
        ...place,
        kind: 'waiver-unused',
        line: 20,
        message:
          'nothing needs the waiver of oakfield/tags: take it out, or check the fingerprint of its post',
      },
      {
        ...place,
        kind: 'waiver-unused',
        line: 28,
        message: 'oakfield/replies is switched off: take its waiver out',
      },
      {
        kind: 'baseline-stale',
        file: 'b.json',
        message:
          '2 recorded findings are no longer there: policy-lint --prune-baseline takes them out',
      },
    ]);
  });

  it('speak of one', () => {
    const { notices } = createExceptions([], baseline({ names: 1 }), SETTINGS);
    expect(notices(true).map(({ message }) => message)).toEqual([
      'one recorded finding is no longer there: policy-lint --prune-baseline takes it out',
    ]);
  });
});

describe('what is recorded', () => {
  it('is what is left after waivers, by post and rule', () => {
    const { apply } = createExceptions([waiver('tags')], baseline({ names: 1 }), SETTINGS);
    const collector = createBaselineCollector();
    collector.add(apply(post([of('names', 'names-2'), of('names'), of('tags')])));
    collector.add(apply(post([of('tags')], OTHER)));
    collector.add(apply(post([], '')));
    expect(collector.baseline()).toEqual(
      new Map([...baseline({ names: 2, 'names-2': 1 }), ...baseline({ tags: 1 }, OTHER)]),
    );
  });

  it('is pruned to what is still there', () => {
    const recorded = new Map([...baseline({ names: 3, tags: 1 }), ...baseline({ tags: 1 }, OTHER)]);
    expect(prunedBaseline(recorded, baseline({ names: 2, 'names-2': 5 }))).toEqual(
      baseline({ names: 2 }),
    );
    expect(prunedBaseline(baseline({ names: 1 }), baseline({ names: 4 }))).toEqual(
      baseline({ names: 1 }),
    );
  });
});

describe('laws', () => {
  const IDS = ['names', 'names-2', 'names-3', 'tags'];
  const found = shuffledSubarray(IDS, { minLength: 1 }).map((ids) => {
    const [first = '', ...rest] = [...ids].sort();
    return of(first, ...rest);
  });
  const bySeverity = (a: Finding, b: Finding): number =>
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
  const posts = array(
    record({ findings: array(found, { maxLength: 4 }), fingerprint: constantFrom(POST, OTHER) }),
    { maxLength: 4 },
  ).map((all) =>
    all.map(({ findings, fingerprint }) => post([...findings].sort(bySeverity), fingerprint)),
  );
  const waivers = array(
    record({ id: constantFrom(...IDS), other: boolean(), day: integer({ min: 18, max: 28 }) }),
    { maxLength: 6 },
  ).map((all) =>
    all.map(({ id, other, day }, line) =>
      waiver(id, {
        post: other ? OTHER : POST,
        approved: `2026-11-${day - 4}`,
        expires: `2026-11-${day}`,
        line,
      }),
    ),
  );
  const recorded = array(record({ id: constantFrom(...IDS), count: integer({ min: 1, max: 3 }) }), {
    maxLength: 3,
  }).map((all) => baseline(Object.fromEntries(all.map(({ id, count }) => [id, count]))));

  const run = (all: readonly JudgedPost[], some: readonly Waiver[], before?: Baseline) => {
    const exceptions = createExceptions(some, before, SETTINGS);
    return { posts: all.map(exceptions.apply), notices: exceptions.notices(true) };
  };

  /** Every rule that each place breaks, in one of a post’s lists. */
  const rulesOf = (findings: readonly Finding[]): readonly string[] =>
    findings.flatMap(brokenRules).map(({ rule }) => rule);
  const everything = ({ findings, waived, known }: JudgedPost): readonly string[] =>
    [...rulesOf(findings), ...rulesOf(waived.map((one) => one.finding)), ...rulesOf(known)].sort();

  it('nothing is lost and nothing is made up', () => {
    assert(
      property(posts, waivers, recorded, (all, some, before) => {
        expect(run(all, some, before).posts.map(everything)).toEqual(all.map(everything));
      }),
    );
  });

  it('another waiver never adds a finding', () => {
    assert(
      property(posts, waivers, waivers, recorded, (all, some, more, before) => {
        const counts = (list: readonly Waiver[]) =>
          run(all, list, before).posts.flatMap(({ findings }) => rulesOf(findings)).length;
        const places = (list: readonly Waiver[]) =>
          run(all, list, before).posts.flatMap(({ findings }) => findings).length;
        expect(counts([...some, ...more])).toBeLessThanOrEqual(counts(some));
        expect(places([...some, ...more])).toBeLessThanOrEqual(places(some));
      }),
    );
  });

  it('the order of waivers changes nothing', () => {
    assert(
      property(posts, waivers, recorded, (all, some, before) => {
        expect(run(all, [...some].reverse(), before)).toEqual(run(all, some, before));
      }),
    );
  });

  it('a baseline of a run knows all of it, and none of it is stale', () => {
    assert(
      property(posts, waivers, (all, some) => {
        const collector = createBaselineCollector();
        run(all, some).posts.forEach(collector.add);
        const again = run(all, some, collector.baseline());
        expect(again.posts.flatMap(({ findings }) => findings)).toEqual([]);
        expect(again.notices.filter(({ kind }) => kind === 'baseline-stale')).toEqual([]);
      }),
    );
  });

  it('what is pruned judges as before', () => {
    assert(
      property(posts, waivers, recorded, (all, some, before) => {
        const collector = createBaselineCollector();
        const first = run(all, some, before);
        first.posts.forEach(collector.add);
        const pruned = prunedBaseline(before, collector.baseline());
        expect(run(all, some, pruned).posts).toEqual(first.posts);
      }),
    );
  });
});
