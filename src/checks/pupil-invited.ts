import { pupilInvitations } from '../facts/invitation.ts';
import { wordingCheck } from './wording-check.ts';

const EVIDENCE = {
  asked: 'young pupils are asked to use an account of their own',
} as const;

/** Flags wording that urges young pupils to follow, like or comment. */
export const pupilInvited = wordingCheck({
  name: 'pupil-invited',
  evidence: EVIDENCE,
  find: (document) => document.facts(pupilInvitations),
});
