import { describe, expect, it } from 'vitest';
import { CHECKS } from '../checks/index.ts';
import type { Policy } from '../core/policy.ts';
import { conflicts } from './conflicts.ts';

const policy = (id: string, window: object): Policy => ({
  file: `${id}.yaml`,
  info: { id, title: id },
  timezone: 'Europe/London',
  clauses: [],
  audits: [],
  questions: [],
  off: [],
  rules: [
    {
      id: 'hours',
      clause: '1',
      concept: 'posting-window',
      severity: 'error',
      check: 'posting-window',
      with: window as Record<string, unknown>,
      message: 'Outside the hours.',
      examples: { flags: [], allows: [] },
      line: 1,
    },
  ],
});

const weekdays = policy('weekdays', { days: ['mon', 'tue', 'wed', 'thu', 'fri'] });
const weekend = policy('weekend', { days: ['sat', 'sun'] });
const mornings = policy('mornings', { from: '08:00', to: '12:00' });

describe('conflicts', () => {
  it('names rules of two policies that no post can both keep', () => {
    expect(conflicts([weekdays, weekend, mornings], CHECKS)).toEqual([
      { rules: ['weekdays/hours', 'weekend/hours'], why: 'no time of the week suits both' },
      { rules: ['weekend/hours', 'mornings/hours'], why: 'no time of the week suits both' },
    ]);
  });

  it('finds none where some time suits both', () => {
    expect(conflicts([weekdays, mornings], CHECKS)).toEqual([]);
  });
});
