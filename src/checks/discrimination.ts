import { hatred } from '../facts/hatred.ts';
import { wordingCheck } from './wording-check.ts';

const EVIDENCE = {
  slur: 'a slur',
  stereotype: 'a whole group of people is run down here',
} as const;

/** Flags slurs and statements that run people down for what they are. */
export const discrimination = wordingCheck({
  name: 'discrimination',
  evidence: EVIDENCE,
  find: (document) => document.facts(hatred),
});
