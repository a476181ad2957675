import { strictObject } from 'valibot';
import { crimes } from '../facts/hazards.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  crime: 'this offers, asks for or explains something that the law forbids',
  own: 'a phrase that the policy lists',
} as const;

/** Flags offers of, requests for and instructions in what the law forbids. */
export const illegal = defineCheck({
  name: 'illegal',
  params: strictObject({ add: phraseList, ignore: phraseList }),
  *run(own, { document }) {
    for (const { part, span, form } of firstInParts(document, document.facts(crimes), own)) {
      yield {
        where: part.name,
        range: document.place(part, span).span,
        confidence: 'likely',
        evidence: [EVIDENCE[form]],
      };
    }
  },
});
