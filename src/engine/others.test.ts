import { describe, expect, it } from 'vitest';
import type { Policy, Rule } from '../core/policy.ts';
import type { Post, RecordKind } from '../core/post.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { changed } from '../policy/change.ts';
import { loadPolicy } from '../policy/load.ts';
import { CATALOGUE } from './catalogue.ts';
import { lintPosts } from './lint.ts';

const POLICY = `
policy: { id: ours, title: Ours, timezone: Europe/London }
clauses: [{ id: '1', section: All, requires: Be kind., kind: archive }]
rules:
  - id: own-words
    clause: '1'
    severity: error
    check: bullying
    message: This is unkind.
    examples: { flags: [⟦Flood his inbox⟧ until he answers], allows: [Hello] }
  - { id: passed-on, extends: own-words, judges: [repost, like] }
`;

const policyOf = (text: string): Policy => {
  const { policy, problems } = loadPolicy(text, 'ours.yaml', CATALOGUE);
  expect(problems).toEqual([]);
  return policy!;
};

const postOf = (kind: RecordKind | undefined, text = 'Flood his inbox until he answers'): Post => ({
  id: '1',
  text,
  origin: { file: 'tweets.js', line: 1, record: 1 },
  at: { kind: 'now' },
  media: [],
  ...(kind && { published: { kind } }),
});

const judge = async (post: Post) => {
  const bench = {
    policies: [policyOf(POLICY)],
    checks: CATALOGUE.checks,
    school: UNKNOWN_SCHOOL,
    nowMs: 0,
    traces: true,
  };
  for await (const { findings, unchecked, trace } of lintPosts([post], bench)) {
    return { rules: findings.map(({ rule }) => rule), unchecked, trace };
  }
  return undefined;
};

describe('whose words a rule judges', () => {
  it.each([
    [undefined, ['ours/own-words']],
    ['own', ['ours/own-words']],
    ['repost', ['ours/passed-on']],
    ['like', ['ours/passed-on']],
  ] as const)('asks of %s posts only the rules that say so', async (kind, rules) => {
    expect((await judge(postOf(kind)))?.rules).toEqual(rules);
  });

  it('is what a change says, and the account’s own alone where that takes it away', () => {
    const { rules } = policyOf(POLICY);
    const [own, others] = rules as [Rule, Rule];
    expect(changed(own, { judges: ['own', 'like'] }).judges).toEqual(['own', 'like']);
    expect(changed(others, { severity: 'info' }).judges).toEqual(['repost', 'like']);
    expect(changed(others, { judges: null })).not.toHaveProperty('judges');
  });

  it('tells that a like without words cannot be judged', async () => {
    const reason = 'the words of what was liked or passed on';
    expect((await judge(postOf('like', '')))?.unchecked).toEqual([
      { rule: 'ours/passed-on', clause: '1', reason },
    ]);
  });

  it('traces what audits look at', async () => {
    const text = 'Thank you @HexleyLibrary and @HexleyLibrary, our pupils loved it';
    expect((await judge(postOf('own', text)))?.trace).toEqual({
      published: { kind: 'own' },
      purpose: 'thanks',
      isReply: false,
      mentions: ['hexleylibrary'],
      details: [],
      isSchoolTalk: true,
      excused: [],
    });
  });
});
