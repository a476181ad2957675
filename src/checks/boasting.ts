import { strictObject } from 'valibot';
import { boasts } from '../facts/hazards.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  boast: 'drink, drugs, gambling, nakedness or skiving told with relish',
  secret: 'something not to be told is told with relish',
  own: 'a phrase that the policy lists',
} as const;

/** Flags boasts of drink, drugs, gambling, nakedness or skiving. */
export const boasting = defineCheck({
  name: 'boasting',
  params: strictObject({ add: phraseList, ignore: phraseList }),
  *run(own, { document }) {
    for (const { part, span, form } of firstInParts(document, document.facts(boasts), own)) {
      yield {
        where: part.name,
        range: document.place(part, span).span,
        confidence: 'likely',
        evidence: [EVIDENCE[form]],
      };
    }
  },
});
