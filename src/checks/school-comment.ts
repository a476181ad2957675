import { schoolTales } from '../facts/school-life.ts';
import { wordingCheck } from './wording-check.ts';

const EVIDENCE = {
  tale: 'a sentence that speaks of the school or its people judges or tells what happened',
} as const;

/** Flags comments and stories about the school, a colleague, a class or a pupil. */
export const schoolComment = wordingCheck({
  name: 'school-comment',
  evidence: EVIDENCE,
  find: (document) => document.facts(schoolTales),
});
