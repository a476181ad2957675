import { boasts } from '../facts/hazards.ts';
import { wordingCheck } from './wording-check.ts';

const EVIDENCE = {
  boast: 'drink, drugs, gambling, nakedness or skiving told with relish',
  secret: 'something not to be told is told with relish',
} as const;

/** Flags boasts of drink, drugs, gambling, nakedness or skiving. */
export const boasting = wordingCheck({
  name: 'boasting',
  evidence: EVIDENCE,
  find: (document) => document.facts(boasts),
});
