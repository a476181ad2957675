import { describe, expect, it } from 'vitest';
import { CONFIDENCES, SEVERITIES } from '../core/severity.ts';
import { LAST_RANK, levelOf, rankOf } from './level.ts';

const ALL = SEVERITIES.flatMap((severity) =>
  CONFIDENCES.map((confidence) => ({ severity, confidence })),
);

describe('rankOf', () => {
  it('puts the worst and surest first, and a guess behind what is sure of its level', () => {
    const inOrder = [...ALL].sort((a, b) => rankOf(a) - rankOf(b));
    expect(inOrder.map((one) => `${levelOf(one)}: ${one.confidence} ${one.severity}`)).toEqual([
      'error: certain error',
      'error: likely error',
      'warning: certain warning',
      'warning: likely warning',
      'warning: possible error',
      'info: certain info',
      'info: likely info',
      'info: possible warning',
      'info: possible info',
    ]);
    expect(new Set(ALL.map(rankOf)).size).toBe(ALL.length);
    expect(Math.max(...ALL.map(rankOf))).toBeLessThan(LAST_RANK);
  });
});
