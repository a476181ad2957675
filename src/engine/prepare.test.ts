import { strictObject } from 'valibot';
import { describe, expect, it } from 'vitest';
import { policyOf, ruleWith } from '../../test/support/small-policy.ts';
import { defineCheck } from '../checks/check.ts';
import type { Policy } from '../core/policy.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { createDocument } from '../document/document.ts';
import { examplePost } from './example.ts';
import { judge } from './judge.ts';
import { createAsked, preparePolicy } from './prepare.ts';
import { NO_TOOLS } from './tools.ts';

let asked = 0;

const at = defineCheck({
  name: 'at',
  params: strictObject({}),
  *run(_, { document }) {
    asked += 1;
    const start = document.body.text.indexOf('@');
    if (start < 0) return;
    const range = { start, end: start + 1 };
    yield { where: 'text', range, confidence: 'likely', evidence: [] };
  },
});
const CHECKS = new Map([[at.name, at]]);

const rulesFound = (policies: readonly Policy[], text: string): readonly string[] => {
  const document = createDocument(
    examplePost(text, 'Europe/London').post,
    UNKNOWN_SCHOOL,
    NO_TOOLS,
  );
  const questions = createAsked(CHECKS);
  const prepared = policies.map((policy) => preparePolicy(policy, CHECKS, questions));
  return judge(document, prepared, 0).judged.map(({ finding }) => finding.rule);
};

const check = 'at';

describe('a rule that asks another', () => {
  it('is judged by what that one finds, its own conditions included', () => {
    const rules = [
      ruleWith('a', { check }),
      ruleWith('b', { check, when: { rule: 'a' } }),
      ruleWith('c', { check, unless: { rule: 'b' } }),
      ruleWith('d', { check, when: { not: { rule: 'c' } } }),
    ];
    expect(rulesFound([policyOf(rules)], 'Hi @you')).toEqual([
      'oakfield/a',
      'oakfield/b',
      'oakfield/d',
    ]);
  });

  it('that is switched off finds that it found nothing', () => {
    const rules = [
      ruleWith('b', { check, when: { rule: 'gone' } }),
      ruleWith('c', { check, unless: { rule: 'gone' } }),
    ];
    const off = [{ rule: 'gone', clause: 'c1', reason: 'R' }];
    expect(rulesFound([policyOf(rules, { off })], 'Hi @you')).toEqual(['oakfield/c']);
  });

  it('comes to an end when answers together make rules ask each other', () => {
    const rules = [
      ruleWith('a', { check, unless: { rule: 'b' } }),
      ruleWith('b', { check, unless: { rule: 'a' } }),
    ];
    expect(rulesFound([policyOf(rules)], 'Hi').length).toBe(0);
    expect(rulesFound([policyOf(rules)], 'Hi @you').length).toBeGreaterThan(0);
  });

  it('asks each rule and each check once of a post, however often rules ask one another', () => {
    const rules = Array.from({ length: 60 }, (_, index) =>
      ruleWith(`r${index}`, {
        check,
        ...(index < 58 && {
          unless: { all: [{ rule: `r${index + 1}` }, { rule: `r${index + 2}` }, { reply: true }] },
        }),
      }),
    );
    asked = 0;
    const policies = ['oakfield', 'hexley'].map((id) =>
      policyOf(rules, { info: { id, title: id } }),
    );
    expect(rulesFound(policies, 'Hi @you').length).toBe(120);
    expect(asked).toBe(1);
  });
});
