import { strictObject } from 'valibot';
import { harms } from '../facts/hazards.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  harm: 'this dares, encourages or explains something that hurts',
  own: 'a phrase that the policy lists',
} as const;

/** Flags dares, and what encourages violence or harm to oneself. */
export const harm = defineCheck({
  name: 'harm',
  params: strictObject({ add: phraseList, ignore: phraseList }),
  *run(own, { document }) {
    for (const { part, span, form } of firstInParts(document, document.facts(harms), own)) {
      yield {
        where: part.name,
        range: document.place(part, span).span,
        confidence: 'likely',
        evidence: [EVIDENCE[form]],
      };
    }
  },
});
