import { strictObject } from 'valibot';
import { READ_EVIDENCE, orRead } from '../facts/conduct.ts';
import { meetingCalls } from '../facts/meeting.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  read: READ_EVIDENCE,
  private: 'words that arrange a private meeting',
  'by-message': 'a meeting that is to be arranged by private message',
  stranger: 'a meeting with somebody known only online',
  own: 'a phrase that the policy lists',
} as const;

/** Flags invitations to meet a reader in person, or to arrange it out of sight. */
export const meetUp = defineCheck({
  name: 'meet-up',
  params: strictObject({ add: phraseList, ignore: phraseList }),
  *run(own, { document }) {
    for (const { part, span, form } of firstInParts(
      document,
      orRead(document, document.facts(meetingCalls), 'meet-up'),
      own,
    )) {
      yield {
        where: part.name,
        range: document.place(part, span).span,
        confidence: 'likely',
        evidence: [EVIDENCE[form]],
      };
    }
  },
});
