import { strictObject } from 'valibot';
import { defineCheck } from './check.ts';

/** Flags a queued post whose time is open: nothing that depends on the time could be checked. */
export const unscheduled = defineCheck({
  name: 'unscheduled',
  params: strictObject({}),
  *run(_, { document }) {
    if (document.post.at.kind !== 'unscheduled') return;
    yield {
      where: 'at',
      range: null,
      confidence: 'certain',
      evidence: ['no time is set for this post'],
    };
  },
});
