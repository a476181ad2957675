import { strictObject } from 'valibot';
import { READ_EVIDENCE, orRead } from '../facts/conduct.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { sales } from '../facts/selling.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  read: READ_EVIDENCE,
  private: 'this sells, advertises or collects for somebody’s own profit',
  person: 'a price stands beside what one person sells',
  advert: 'this reads as an advert or an offer of a firm',
  side: 'somebody’s own trade is offered here',
  own: 'a phrase that the policy lists',
} as const;

/** Flags what is sold, advertised or collected for somebody’s private profit. */
export const selling = defineCheck({
  name: 'selling',
  readsConduct: true,
  params: strictObject({ add: phraseList, ignore: phraseList }),
  *run(own, { document }) {
    for (const { part, span, form } of firstInParts(
      document,
      orRead(document, document.facts(sales), 'personal-gain'),
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
