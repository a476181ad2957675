import { strictObject } from 'valibot';
import { sexualContent } from '../facts/hazards.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  sexual: 'sexual wording',
  own: 'a phrase that the policy lists',
} as const;

/** Flags sexual content. */
export const adultContent = defineCheck({
  name: 'adult-content',
  params: strictObject({ add: phraseList, ignore: phraseList }),
  *run(own, { document }) {
    for (const { part, span, form } of firstInParts(document, document.facts(sexualContent), own)) {
      yield {
        where: part.name,
        range: document.place(part, span).span,
        confidence: 'likely',
        evidence: [EVIDENCE[form]],
      };
    }
  },
});
