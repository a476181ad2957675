import { crimes } from '../facts/hazards.ts';
import { wordingCheck } from './wording-check.ts';

const EVIDENCE = {
  crime: 'this offers, asks for or explains something that the law forbids',
} as const;

/** Flags offers of, requests for and instructions in what the law forbids. */
export const illegal = wordingCheck({
  name: 'illegal',
  evidence: EVIDENCE,
  find: (document) => document.facts(crimes),
});
