import { sexualContent } from '../facts/hazards.ts';
import { wordingCheck } from './wording-check.ts';

const EVIDENCE = {
  sexual: 'sexual wording',
} as const;

/** Flags sexual content. */
export const adultContent = wordingCheck({
  name: 'adult-content',
  evidence: EVIDENCE,
  find: (document) => document.facts(sexualContent),
});
