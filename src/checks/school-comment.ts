import { strictObject } from 'valibot';
import { firstInParts } from '../facts/own-phrases.ts';
import { schoolTales } from '../facts/school-life.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  tale: 'a sentence that speaks of the school or its people judges or tells what happened',
  own: 'a phrase that the policy lists',
} as const;

/** Flags comments and stories about the school, a colleague, a class or a pupil. */
export const schoolComment = defineCheck({
  name: 'school-comment',
  params: strictObject({ add: phraseList, ignore: phraseList }),
  *run(own, { document }) {
    for (const { part, span, form } of firstInParts(document, document.facts(schoolTales), own)) {
      yield {
        where: part.name,
        range: document.place(part, span).span,
        confidence: 'likely',
        evidence: [EVIDENCE[form]],
      };
    }
  },
});
