import type { Document } from '../document/document.ts';
import { orRead } from '../facts/conduct.ts';
import { isCredited } from '../facts/credit.ts';
import { quotes } from '../facts/quotes.ts';
import { uncreditedParts } from '../facts/uncredited.ts';
import { wordingCheck } from './wording-check.ts';

const EVIDENCE = {
  admitted: 'it says that this was taken from somebody, but not from whom',
  anonymous: 'it says that nobody knows whose this is',
  copy: 'a copied post that leaves out whose it was',
  line: 'well-known words without the name of whoever wrote or said them',
  quotation: 'a quotation without the name of whoever wrote or said it',
} as const;

/** Whose a quotation is, and whether it is credited, the words beside it tell better. */
const isTold = (document: Document): boolean =>
  document.facts(quotes).length > 0 || isCredited(document);

/** Flags words and pictures of others with nobody named. */
export const uncredited = wordingCheck({
  name: 'uncredited',
  readsConduct: true,
  evidence: EVIDENCE,
  find: (document) => {
    const told = document.facts(uncreditedParts);
    return isTold(document) ? told : orRead(document, told, 'uncredited');
  },
});
