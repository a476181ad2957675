import { strictObject } from 'valibot';
import { READ_EVIDENCE, orRead } from '../facts/conduct.ts';
import { discredits } from '../facts/disrepute.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  read: READ_EVIDENCE,
  gaming: 'these words tell that figures, a test or an inspection were cheated',
  slacking: 'these words tell of drink, idleness or broken rules on duty',
  contempt: 'these words run the school or its people down',
  grievance: 'these words carry quarrels and troubles of the staff to the public',
  bad: 'a word that runs down stands beside the school or its people',
  harsh: 'a complaint or a sneer stands beside the school or its people',
  own: 'a phrase that the policy lists',
} as const;

/** Flags what discredits the school, its staff, its pupils, its parents or its governors. */
export const disrepute = defineCheck({
  name: 'disrepute',
  readsConduct: true,
  params: strictObject({ add: phraseList, ignore: phraseList }),
  *run(own, { document }) {
    for (const { part, span, form } of firstInParts(
      document,
      orRead(document, document.facts(discredits), 'disrepute'),
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
