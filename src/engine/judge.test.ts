import fc from 'fast-check';
import { array, boolean, object, string } from 'valibot';
import { describe, expect, it } from 'vitest';
import { policyOf, ruleWith } from '../../test/support/small-policy.ts';
import { defineCheck } from '../checks/check.ts';
import type { Rule } from '../core/policy.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { SEVERITIES } from '../core/severity.ts';
import { createDocument } from '../document/document.ts';
import { examplePost } from './example.ts';
import { judge } from './judge.ts';
import { preparePolicy } from './prepare.ts';
import { NO_TOOLS } from './tools.ts';

const words = defineCheck({
  name: 'words',
  params: object({ of: array(string()), guess: boolean(), twice: boolean() }),
  *run({ of, guess, twice }, { document }) {
    for (const word of of) {
      const start = document.body.text.indexOf(word);
      const breach = {
        where: 'text' as const,
        range: { start, end: start + word.length },
        confidence: guess ? ('possible' as const) : ('certain' as const),
        evidence: [],
      };
      yield breach;
      if (twice) yield breach;
    }
  },
});
const CHECKS = new Map([[words.name, words]]);

const TEXT = 'one two three';
const document = createDocument(examplePost(TEXT, 'Europe/London').post, UNKNOWN_SCHOOL, NO_TOOLS);

const found = (rules: readonly Rule[]) =>
  judge(document, [preparePolicy(policyOf(rules), CHECKS)], 0).judged.map(({ finding }) => finding);

const rules = fc
  .array(
    fc.record({
      concept: fc.constantFrom('x', 'y'),
      severity: fc.constantFrom(...SEVERITIES),
      of: fc.subarray(['one', 'two', 'three']),
      guess: fc.boolean(),
      twice: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  .map((list) =>
    list.map(({ concept, severity, ...params }, index) =>
      ruleWith(`r${index}`, { concept, severity, check: 'words', with: params }),
    ),
  );

/** Place by place the rules that were broken there, whichever of them leads. */
const broken = (list: ReturnType<typeof found>): readonly string[] =>
  list
    .flatMap(({ rule, also, range, confidence }) =>
      [rule, ...also.map((one) => one.rule)].map((id) =>
        [id, range?.start, confidence === 'possible'].join(' '),
      ),
    )
    .sort();

describe('findings', () => {
  it('are the same whatever the order of the rules', () => {
    fc.assert(
      fc.property(
        rules.chain((list) =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
          ),
        ),
        ([list, shuffled]) => {
          expect(broken(found(shuffled))).toEqual(broken(found(list)));
        },
      ),
    );
  });

  it('name every rule that a place breaks, once, under the strictest', () => {
    fc.assert(
      fc.property(rules, (list) => {
        const expected = list.flatMap(({ id, with: params }) => {
          const { of, guess } = params as { of: readonly string[]; guess: boolean };
          return of.map((word) => [`oakfield/${id}`, TEXT.indexOf(word), guess].join(' '));
        });
        const findings = found(list);
        expect(broken(findings)).toEqual(expected.sort());
        for (const { severity, also } of findings) {
          const lead = SEVERITIES.indexOf(severity);
          for (const one of also) {
            expect(SEVERITIES.indexOf(one.severity)).toBeGreaterThanOrEqual(lead);
          }
        }
      }),
    );
  });
});
