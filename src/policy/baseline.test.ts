import {
  array,
  assert,
  integer,
  property,
  record as recordOf,
  constantFrom,
  string,
} from 'fast-check';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { baselineJsonSchema } from '../../scripts/exception-schemas.ts';
import type { Baseline } from '../core/waiver.ts';
import { baselineText, readBaseline } from './baseline.ts';

const A = '0a1b2c3d4e5f6071';
const B = '9999999999999999';

const baselineOf = (entries: readonly (readonly [string, string, number])[]): Baseline => {
  const made = new Map<string, Map<string, number>>();
  for (const [post, rule, count] of entries) {
    made.set(post, (made.get(post) ?? new Map<string, number>()).set(rule, count));
  }
  return made;
};

const SMALL = baselineOf([
  [B, 'oakfield/no-tags', 2],
  [B, 'oakfield/hours', 1],
  [A, 'oakfield/hours', 3],
]);

const TEXT = `{
  "schema": "policy-lint/baseline@1",
  "made": "2026-11-22",
  "findings": {
    "0a1b2c3d4e5f6071": {
      "oakfield/hours": 3
    },
    "9999999999999999": {
      "oakfield/hours": 1,
      "oakfield/no-tags": 2
    }
  }
}
`;

const told = (text: string): readonly string[] =>
  readBaseline(text, 'b.json').problems.map(({ line, message }) => `${line}: ${message}`);

const ANEW = 'write it anew with policy-lint --write-baseline';

describe('a baseline', () => {
  it('is written in order, and read', () => {
    expect(baselineText(SMALL, '2026-11-22')).toBe(TEXT);
    expect(readBaseline(TEXT, 'b.json')).toEqual({ value: SMALL, problems: [] });
    expect(readBaseline(`\uFEFF${TEXT.replaceAll('\n', '\r\n')}`, 'b.json').value).toEqual(SMALL);
  });

  it('may record nothing', () => {
    const text = baselineText(new Map(), '2026-11-22');
    expect(readBaseline(text, 'b.json')).toEqual({ value: new Map(), problems: [] });
  });

  it('is what its schema says', () => {
    const isValid = new Ajv({ strict: true }).compile(baselineJsonSchema());
    expect(isValid(JSON.parse(TEXT))).toBe(true);
    expect(isValid(JSON.parse(TEXT.replace(A, 'x')))).toBe(false);
  });

  const entry = recordOf({
    post: integer({ min: 0, max: 40 }).map((n) => n.toString(16).padStart(16, '0')),
    rule: constantFrom('a/b', 'a/c', 'b/__proto__', 'constructor/x'),
    count: integer({ min: 1, max: 9 }),
  });
  it('comes back from its text, whatever the order of posts', () => {
    assert(
      property(array(entry), (entries) => {
        const unlike = new Map(entries.map((one) => [`${one.post} ${one.rule}`, one]));
        const all = [...unlike.values()].map(
          ({ post, rule, count }) => [post, rule, count] as const,
        );
        const text = baselineText(baselineOf(all), '2026-11-22');
        expect(readBaseline(text, 'b.json')).toEqual({ value: baselineOf(all), problems: [] });
        expect(baselineText(baselineOf([...all].reverse()), '2026-11-22')).toBe(text);
      }),
    );
  });
});

describe('no baseline', () => {
  it.each([
    ['', `undefined: this is no JSON: restore the file, or ${ANEW}`],
    [TEXT.slice(0, -9), `undefined: this is no JSON: restore the file, or ${ANEW}`],
    ['[]', `undefined: the file must be a mapping, not a list (${ANEW})`],
    [
      TEXT.replace('    "9999', '<<<<<<< ours\n    "9999'),
      `8: two versions of the file were merged and left standing side by side: keep one, or ${ANEW}`,
    ],
    [
      TEXT.replace('baseline@1', 'baseline@2'),
      `2: schema must be policy-lint/baseline@1, not text (${ANEW})`,
    ],
    [TEXT.replace('2026-11-22', '2026-11-31'), '3: there is no day 2026-11-31'],
    [TEXT.replace('2026-11-22', 'today'), `3: made must be a day as 2026-11-23 (${ANEW})`],
    [TEXT.replace(': 2', ': 0'), `10: oakfield/no-tags must be 1 or more (${ANEW})`],
    [TEXT.replace(': 2', ': "2"'), `10: oakfield/no-tags must be a number, not text (${ANEW})`],
    [TEXT.replace(B, 'Well done'), `8: Well done must be the fingerprint of a post (${ANEW})`],
    [TEXT.replace('oakfield/no-tags', 'no-tags'), `10: no-tags must be policy/rule (${ANEW})`],
    [
      TEXT.replace('"made"', '"mode"'),
      `3: “mode” is not known here: did you mean “made”? (${ANEW})`,
    ],
  ])('is %j', (text, expected) => {
    expect({ value: readBaseline(text, 'b.json').value, told: told(text) }).toEqual({
      value: new Map(),
      told: [expected],
    });
  });

  it('says of a ruined one no more than a reader takes in', () => {
    const findings = Object.fromEntries(Array.from({ length: 90 }, (_, i) => [`x${i}`, {}]));
    const text = JSON.stringify({ schema: 'policy-lint/baseline@1', made: '2026-11-22', findings });
    expect(told(text)).toHaveLength(20);
  });

  it('makes the reader throw', () => {
    assert(
      property(string(), (text) => {
        const { value, problems } = readBaseline(text, 'b.json');
        expect(value.size === 0 && problems.length > 0).toBe(true);
      }),
    );
  });
});
