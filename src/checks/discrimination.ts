import { strictObject } from 'valibot';
import { hatred } from '../facts/hatred.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  slur: 'a slur',
  stereotype: 'a whole group of people is run down here',
  own: 'a phrase that the policy lists',
} as const;

/** Flags slurs and statements that run people down for what they are. */
export const discrimination = defineCheck({
  name: 'discrimination',
  params: strictObject({ add: phraseList, ignore: phraseList }),
  *run(own, { document }) {
    for (const { part, span, form } of firstInParts(document, document.facts(hatred), own)) {
      yield {
        where: part.name,
        range: document.place(part, span).span,
        confidence: 'likely',
        evidence: [EVIDENCE[form]],
      };
    }
  },
});
