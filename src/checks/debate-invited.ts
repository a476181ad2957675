import { debateCalls } from '../facts/debate.ts';
import { wordingCheck } from './wording-check.ts';

const EVIDENCE = {
  rebuttal: 'critics are answered in public',
  invitation: 'readers are asked to argue about a school matter',
} as const;

/** Flags invitations to argue about school matters, and rebuttals. */
export const debateInvited = wordingCheck({
  name: 'debate-invited',
  evidence: EVIDENCE,
  find: (document) => document.facts(debateCalls),
});
