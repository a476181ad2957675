import { strictObject } from 'valibot';
import { pupilInvitations } from '../facts/invitation.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  asked: 'young pupils are asked to use an account of their own',
  own: 'a phrase that the policy lists',
} as const;

/** Flags wording that urges young pupils to follow, like or comment. */
export const pupilInvited = defineCheck({
  name: 'pupil-invited',
  params: strictObject({ add: phraseList, ignore: phraseList }),
  *run(own, { document }) {
    for (const { part, span, form } of firstInParts(
      document,
      document.facts(pupilInvitations),
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
