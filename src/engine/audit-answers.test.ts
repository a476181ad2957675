import { strictObject } from 'valibot';
import { describe, expect, it } from 'vitest';
import type { AuditContext } from '../audits/audit.ts';
import { defineAudit } from '../audits/audit.ts';
import type { Policy } from '../core/policy.ts';
import type { JudgedPost } from '../core/report.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { startAudits } from './audit-answers.ts';

const seen: AuditContext[] = [];

const count = defineAudit({
  name: 'count',
  about: 'how many posts there are',
  params: strictObject({}),
  start(_, context) {
    seen.push(context);
    let posts = 0;
    return {
      add: () => {
        posts += 1;
      },
      end: () => ({ status: 'look', told: `${posts} posts.`, items: [], count: posts }),
    };
  },
});

const still = defineAudit({
  name: 'still',
  about: 'nothing',
  params: strictObject({}),
  start: () => ({
    end: () => ({ status: 'kept', told: 'Well.', items: [], count: 0, advice: 'Go on.' }),
  }),
});

const AUDITS = new Map([count, still].map((audit) => [audit.name, audit]));

const policy = (id: string, audits: readonly string[], timezone = 'Europe/London'): Policy => ({
  file: `${id}.yaml`,
  info: { id, title: id },
  timezone,
  clauses: [{ id: 'b1', section: 'S', requires: 'R.', kind: 'archive' }],
  rules: [],
  audits: audits.map((audit, index) => ({
    id: `a${index}`,
    clause: 'b1',
    concept: audit,
    severity: 'warning',
    audit,
    with: {},
    advice: 'Look.',
    line: 1,
  })),
  questions: [],
  off: [],
});

const settings = {
  school: UNKNOWN_SCHOOL,
  period: { label: 'P', from: '2025-09-03', to: '2025-12-19', startMs: 0, endMs: 1 },
  nowMs: 0,
};

describe('the audits of a run', () => {
  it('are those of every policy, each in its own zone, and say which clause they answer', () => {
    const policies = [policy('one', ['count', 'still']), policy('two', ['count'], 'Asia/Kolkata')];
    const run = startAudits(policies, AUDITS, settings);
    run.add({} as JudgedPost);
    run.add({} as JudgedPost);
    const asked = { clause: 'b1', requires: 'R.', severity: 'warning', items: [] };
    expect(run.end()).toEqual([
      {
        policy: 'one',
        rule: 'a0',
        ...asked,
        status: 'look',
        told: '2 posts.',
        count: 2,
        advice: 'Look.',
      },
      {
        policy: 'one',
        rule: 'a1',
        ...asked,
        status: 'kept',
        told: 'Well.',
        count: 0,
        advice: 'Go on.',
      },
      {
        policy: 'two',
        rule: 'a0',
        ...asked,
        status: 'look',
        told: '2 posts.',
        count: 2,
        advice: 'Look.',
      },
    ]);
    expect(seen.map((context) => [context.policy.info.id, context.timezone])).toEqual([
      ['one', 'Europe/London'],
      ['two', 'Asia/Kolkata'],
    ]);
    expect(seen[0]!.policies).toBe(policies);
  });
});
