import { orRead } from '../facts/conduct.ts';
import { sales } from '../facts/selling.ts';
import { wordingCheck } from './wording-check.ts';

const EVIDENCE = {
  private: 'this sells, advertises or collects for somebody’s own profit',
  person: 'a price stands beside what one person sells',
  advert: 'this reads as an advert or an offer of a firm',
  side: 'somebody’s own trade is offered here',
} as const;

/** Flags what is sold, advertised or collected for somebody’s private profit. */
export const selling = wordingCheck({
  name: 'selling',
  readsConduct: true,
  evidence: EVIDENCE,
  find: (document) => orRead(document, document.facts(sales), 'personal-gain'),
});
