import { describe, expect, it } from 'vitest';
import { policyOf, ruleWith } from '../../test/support/small-policy.ts';
import { CHECKS } from '../checks/index.ts';
import type { Rule } from '../core/policy.ts';
import { EXAMPLE_SCHOOL } from './example-school.ts';
import { findUnnoticed } from './mutants.ts';
import { testRules } from './rule-tests.ts';

const bench = { checks: CHECKS, school: EXAMPLE_SCHOOL };

const tested = async (rule: Partial<Rule>, others: readonly Rule[] = []) => {
  for await (const { examples, failures, isMute } of testRules(
    policyOf([ruleWith('r', rule), ...others]),
    bench,
  )) {
    return { examples, isMute, failures: failures.map(({ example, why }) => [why, example]) };
  }
  return undefined;
};

const FLAG = 'With ⟦@AshgroveSchool⟧ today';
const ALLOW = 'With friends today';

describe('the examples of a rule', () => {
  it('that judges them as they say fail in no way', async () => {
    expect(await tested({ examples: { flags: [FLAG], allows: [ALLOW] } })).toEqual({
      examples: 2,
      isMute: false,
      failures: [],
    });
  });

  it('fail silently, elsewhere and by being flagged', async () => {
    const elsewhere = 'With ⟦friends⟧ of @AshgroveSchool';
    const flags = [FLAG, 'With friends', elsewhere, 'Marks are not needed, @AshgroveSchool'];
    const allows = ['With @AshgroveSchool', ALLOW];
    expect(await tested({ examples: { flags, allows } })).toEqual({
      examples: 6,
      isMute: false,
      failures: [
        ['silent', 'With friends'],
        ['elsewhere', elsewhere],
        ['flagged', 'With @AshgroveSchool'],
      ],
    });
  });

  it('must mark every place', async () => {
    const half = '⟦@AshgroveSchool⟧ and @HexleyMuseum';
    expect((await tested({ examples: { flags: [half], allows: [] } }))?.failures).toEqual([
      ['elsewhere', half],
    ]);
  });

  it('leave it mute where none makes it fire, or where there is none', async () => {
    expect((await tested({ examples: { flags: [], allows: [ALLOW] } }))?.isMute).toBe(true);
    expect(await tested({})).toEqual({ examples: 0, isMute: true, failures: [] });
    const never = { when: { reply: true }, examples: { flags: [FLAG], allows: [] } };
    expect(await tested(never)).toEqual({
      examples: 1,
      isMute: true,
      failures: [['silent', FLAG]],
    });
  });

  it('know the other rules of the policy', async () => {
    const other = ruleWith('media', { check: 'reply' });
    const rule = {
      unless: { rule: 'media' },
      examples: {
        flags: [FLAG],
        allows: [{ text: FLAG.replace(/[⟦⟧]/gu, ''), replyTo: 'somebody' }],
      },
    };
    expect((await tested(rule, [other]))?.failures).toEqual([]);
  });
});

describe('a rule broken on purpose', () => {
  const unnoticed = async (rule: Partial<Rule>) => {
    for await (const one of findUnnoticed(policyOf([ruleWith('r', rule)]), bench)) {
      return { tried: one.tried, unnoticed: one.unnoticed.map(({ what }) => what) };
    }
    return undefined;
  };

  it('is noticed by examples for each of its parts', async () => {
    const examples = {
      flags: [FLAG],
      allows: [ALLOW, 'With @HexleyLibrary', { text: 'With @AshgroveSchool', event: 'fair' }],
    };
    expect(
      await unnoticed({ with: { allow: ['HexleyLibrary'] }, unless: { event: 'fair' }, examples }),
    ).toEqual({ tried: 3, unnoticed: [] });
  });

  it('is not noticed where no example needs the part', async () => {
    const rule = {
      with: { allow: ['HexleyLibrary', 'HexleyMuseum'] },
      when: { any: [{ reply: false }, { media: true }], link: false },
      unless: { check: 'reply', confidence: 'likely' as const },
      examples: { flags: [FLAG], allows: ['With @HexleyLibrary'] },
    };
    expect(await unnoticed(rule)).toEqual({
      tried: 9,
      unnoticed: [
        'without when',
        'when without {"media":true}',
        'when without link',
        'without unless',
        'allow without "HexleyMuseum"',
      ],
    });
  });

  it('that nothing makes fire is not noticed to be silent', async () => {
    expect(await unnoticed({ examples: { flags: [], allows: [ALLOW] } })).toEqual({
      tried: 1,
      unnoticed: ['never finding anything'],
    });
  });
});
