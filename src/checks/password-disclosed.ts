import { strictObject } from 'valibot';
import { passwords } from '../facts/passwords.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  told: 'words that give a password, a PIN or an entry code away',
  own: 'a phrase that the policy lists',
} as const;

/** Flags passwords, PINs and entry codes that readers could use. */
export const passwordDisclosed = defineCheck({
  name: 'password-disclosed',
  params: strictObject({ add: phraseList, ignore: phraseList }),
  *run(own, { document }) {
    const told = document
      .facts(passwords)
      .map(({ part, span }) => ({ part, span, form: 'told' as const }));
    for (const { part, span, form } of firstInParts(document, told, own)) {
      yield {
        where: part.name,
        range: document.place(part, span).span,
        confidence: 'likely',
        evidence: [EVIDENCE[form]],
      };
    }
  },
});
