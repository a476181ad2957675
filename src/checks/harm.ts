import { harms } from '../facts/hazards.ts';
import { wordingCheck } from './wording-check.ts';

const EVIDENCE = {
  harm: 'this dares, encourages or explains something that hurts',
} as const;

/** Flags dares, and what encourages violence or harm to oneself. */
export const harm = wordingCheck({
  name: 'harm',
  evidence: EVIDENCE,
  find: (document) => document.facts(harms),
});
