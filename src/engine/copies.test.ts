import { describe, expect, it } from 'vitest';
import { finding, judged } from '../../test/support/oakfield-report.ts';
import type { Post } from '../core/post.ts';
import type { JudgedPost } from '../core/report.ts';
import { createCopies } from './copies.ts';

const AT_TEN = '2026-11-23T10:00:00+00:00';
const AT_NIGHT = '2026-11-23T23:00:00+00:00';

const row = (record: number, post: Partial<Post>, at = AT_TEN): JudgedPost =>
  judged('Well done ⟦Olwen⟧', {
    at,
    post: { origin: { file: 'queue.csv', line: record + 1, record }, ...post },
    found: ([name]) => [
      finding('no-child-names', name!),
      ...(at === AT_NIGHT ? [finding('school-hours', null, { where: 'at' })] : []),
    ],
  });

const told = (...rows: readonly JudgedPost[]) => {
  const withoutCopies = createCopies();
  return rows.map(withoutCopies).map(({ findings, copyOf }) => ({
    rules: findings.map(({ rule }) => rule.split('/')[1]),
    copyOf: copyOf?.record,
  }));
};

const FIRST = { rules: ['no-child-names'], copyOf: undefined };

describe('one text in several records', () => {
  it('is reported once for several accounts', () => {
    expect(told(row(1, { account: 'school' }), row(2, { account: 'science' }))).toEqual([
      FIRST,
      { rules: [], copyOf: 1 },
    ]);
  });

  it('is reported once for several networks', () => {
    expect(told(row(1, { networks: ['x'] }), row(2, { networks: ['facebook'] }))).toEqual([
      FIRST,
      { rules: [], copyOf: 1 },
    ]);
  });

  it('is reported once for one minute in a file for each profile', () => {
    const other = { file: 'science.csv', line: 2, record: 2 };
    expect(told(row(1, {}), row(2, { origin: other }))).toEqual([FIRST, { rules: [], copyOf: 1 }]);
  });

  it('is reported again where one file has it twice for one channel', () => {
    expect(told(row(1, {}), row(2, {}))).toEqual([FIRST, FIRST]);
  });

  it('keeps what only the copy breaks', () => {
    expect(told(row(1, { account: 'school' }), row(2, { account: 'science' }, AT_NIGHT))).toEqual([
      FIRST,
      { rules: ['school-hours'], copyOf: 1 },
    ]);
  });

  it('is reported again when the same account posts it another time', () => {
    expect(told(row(1, {}), row(2, {}, AT_NIGHT))).toEqual([
      FIRST,
      { rules: ['no-child-names', 'school-hours'], copyOf: undefined },
    ]);
  });

  it('is no copy when a word differs', () => {
    const other = { ...row(2, { account: 'science' }), fingerprint: 'ffffffffffffffff' };
    expect(told(row(1, { account: 'school' }), other)).toEqual([FIRST, FIRST]);
  });
});
