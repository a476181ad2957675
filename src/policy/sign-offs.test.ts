import { describe, expect, it } from 'vitest';
import type { Cadence, Policy } from '../core/policy.ts';
import { validateYaml } from '../syntax/validate.ts';
import { signOffMistakes, signOffsSchema, signOffStates } from './sign-offs.ts';

const policyWith = (every: Cadence): Policy => ({
  file: 'x.yaml',
  info: { id: 'oakfield', title: 'Oakfield' },
  timezone: 'Europe/London',
  clauses: [
    { id: 'c1', section: 'S', requires: 'R.', kind: 'attest', signOff: { owner: 'head', every } },
    { id: 'c2', section: 'S', requires: 'R.', kind: 'draft' },
  ],
  rules: [],
  audits: [],
  questions: [],
  off: [],
});

const state = (every: Cadence, last: string | undefined, today: string) => {
  const record = last === undefined ? [] : [{ clause: 'oakfield/c1', last, by: 'M. Idris' }];
  const [{ status, next } = {}, ...rest] = signOffStates([policyWith(every)], record, today);
  expect(rest).toEqual([]);
  return { status, next };
};

describe('a duty', () => {
  it.each<[Cadence, string | undefined, string, string, string | undefined]>([
    ['week', '2026-09-03', '2026-09-10', 'fine', '2026-09-10'],
    ['week', '2026-09-03', '2026-09-11', 'overdue', '2026-09-10'],
    ['week', '2024-02-26', '2024-03-01', 'fine', '2024-03-04'],
    ['month', '2026-01-31', '2026-02-28', 'fine', '2026-02-28'],
    ['month', '2026-01-31', '2026-03-01', 'overdue', '2026-02-28'],
    ['month', '2024-01-31', '2024-02-29', 'fine', '2024-02-29'],
    ['term', '2026-10-31', '2027-02-28', 'fine', '2027-02-28'],
    ['year', '2024-02-29', '2025-03-01', 'overdue', '2025-02-28'],
    ['once', '2001-01-01', '2026-09-03', 'fine', undefined],
    ['once', undefined, '2026-09-03', 'never', undefined],
    ['year', undefined, '2026-09-03', 'never', undefined],
    ['occasion', undefined, '2026-09-03', 'occasion', undefined],
    ['occasion', '2001-01-01', '2026-09-03', 'occasion', undefined],
  ])('of every %s, last done %s, is on %s %s', (every, last, today, status, next) => {
    expect(state(every, last, today)).toEqual({ status, next });
  });

  it('is done by whom and as often as the school says', () => {
    const own = [{ clause: 'oakfield/c1', owner: 'deputy', every: 'week' as const }];
    expect(signOffStates([policyWith('year')], own, '2026-09-03')).toMatchObject([
      { owner: 'deputy', every: 'week', status: 'never' },
    ]);
  });
});

describe('what stands in the file', () => {
  const told = (text: string): readonly string[] => {
    const { value, problems } = validateYaml(signOffsSchema, text, 's.yaml');
    if (!value) return problems.map(({ message }) => message);
    const mistakes = signOffMistakes(value, [policyWith('term')], '2026-09-03');
    return mistakes.map(({ path, message }) => `${path.join('.')}: ${message}`);
  };

  it.each([
    ['[{ clause: oakfield/c1, last: 2026-09-03, by: M. Idris, note: all looked at }]', []],
    ['[{ clause: oakfield/c1, owner: deputy, every: month }]', []],
    ['[{ clause: ashgrove/9, last: 2026-09-03, by: M. Idris }]', []],
    [
      '[{ clause: oakfield/c11, last: 2026-09-03, by: M }]',
      ['0.clause: there is no clause “oakfield/c11”: did you mean “oakfield/c1”?'],
    ],
    ['[{ clause: c1 }]', ['0.clause: there is no clause “c1”: write it as policy/clause']],
    [
      '[{ clause: oakfield/c1 }, { clause: oakfield/c1 }]',
      ['1.clause: “oakfield/c1” stands here twice'],
    ],
    [
      '[{ clause: oakfield/c1, last: 2027-09-03, by: M }]',
      ['0.last: 2027-09-03 is still to come: a sign-off says what was done'],
    ],
    [
      '[{ clause: oakfield/c1, last: 2026-02-30, by: M }]',
      ['0.last: there is no day 2026-02-30: write a date as 2026-09-03'],
    ],
    ['[{ clause: oakfield/c1, last: 2026-09-03 }]', ['0: by is missing: who confirmed it?']],
    ['[{ clause: oakfield/c1, last: yesterday, by: M }]', ['last must be a date as 2026-09-03']],
    [
      '[{ clause: oakfield/c1, every: yearly }]',
      [
        'every must be week, month, term, year, once or occasion, not “yearly”: did you mean “year”?',
      ],
    ],
    ['clause: oakfield/c1', ['the file must be a list of mappings, not a mapping']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});
