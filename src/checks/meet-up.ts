import { orRead } from '../facts/conduct.ts';
import { meetingCalls } from '../facts/meeting.ts';
import { wordingCheck } from './wording-check.ts';

const EVIDENCE = {
  private: 'words that arrange a private meeting',
  'by-message': 'a meeting that is to be arranged by private message',
  stranger: 'a meeting with somebody known only online',
} as const;

/** Flags invitations to meet a reader in person, or to arrange it out of sight. */
export const meetUp = wordingCheck({
  name: 'meet-up',
  evidence: EVIDENCE,
  find: (document) => orRead(document, document.facts(meetingCalls), 'meet-up'),
});
