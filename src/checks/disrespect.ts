import { strictObject } from 'valibot';
import { READ_EVIDENCE, orRead } from '../facts/conduct.ts';
import { insults } from '../facts/abuse.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  read: READ_EVIDENCE,
  insult: 'words that insult or mock somebody',
  aimed: 'a name or a word of contempt beside whom it may mean',
  own: 'a phrase that the policy lists',
} as const;

/** Flags insults, name-calling, contempt and mockery aimed at a person, a group or a school. */
export const disrespect = defineCheck({
  name: 'disrespect',
  readsConduct: true,
  params: strictObject({ add: phraseList, ignore: phraseList }),
  *run(own, { document }) {
    for (const { part, span, form } of firstInParts(
      document,
      orRead(document, document.facts(insults), 'abusive'),
      own,
    )) {
      yield {
        where: part.name,
        range: document.place(part, span).span,
        confidence: 'likely',
        evidence: [EVIDENCE[form]],
      };
    }
  },
});
