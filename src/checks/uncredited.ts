import { strictObject } from 'valibot';
import { READ_EVIDENCE, orRead } from '../facts/conduct.ts';
import { isCredited } from '../facts/credit.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { quotes } from '../facts/quotes.ts';
import { uncreditedParts } from '../facts/uncredited.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  read: READ_EVIDENCE,
  admitted: 'it says that this was taken from somebody, but not from whom',
  anonymous: 'it says that nobody knows whose this is',
  copy: 'a copied post that leaves out whose it was',
  line: 'well-known words without the name of whoever wrote or said them',
  quotation: 'a quotation without the name of whoever wrote or said it',
  own: 'a phrase that the policy lists',
} as const;

/** Flags words and pictures of others with nobody named. */
export const uncredited = defineCheck({
  name: 'uncredited',
  readsConduct: true,
  params: strictObject({ add: phraseList, ignore: phraseList }),
  *run(own, { document }) {
    const told = document.facts(uncreditedParts);
    // Whose a quotation is, and whether it is credited, the words beside it tell better.
    const isTold = document.facts(quotes).length > 0 || isCredited(document);
    const found = isTold ? told : orRead(document, told, 'uncredited');
    for (const { part, span, form } of firstInParts(document, found, own)) {
      yield {
        where: part.name,
        range: document.place(part, span).span,
        confidence: 'likely',
        evidence: [EVIDENCE[form]],
      };
    }
  },
});
