import { strictObject } from 'valibot';
import { debateCalls } from '../facts/debate.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  rebuttal: 'critics are answered in public',
  invitation: 'readers are asked to argue about a school matter',
  own: 'a phrase that the policy lists',
} as const;

/** Flags invitations to argue about school matters, and rebuttals. */
export const debateInvited = defineCheck({
  name: 'debate-invited',
  params: strictObject({ add: phraseList, ignore: phraseList }),
  *run(own, { document }) {
    for (const { part, span, form } of firstInParts(document, document.facts(debateCalls), own)) {
      yield {
        where: part.name,
        range: document.place(part, span).span,
        confidence: 'likely',
        evidence: [EVIDENCE[form]],
      };
    }
  },
});
