import { strictObject } from 'valibot';
import { READ_EVIDENCE, orRead } from '../facts/conduct.ts';
import { chainAsks } from '../facts/chain.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  read: READ_EVIDENCE,
  chain: 'readers are asked to pass this on, tag others or collect likes for its own sake',
  bait: 'a prize, gift or quick profit is held out as a lure',
  paired: 'readers are asked to react or pass this on in return for a chance or for luck',
  rumour: 'an alarm from hearsay is to be passed on',
  own: 'a phrase that the policy lists',
} as const;

/** Flags chain messages, hunts for likes, prize bait and alarms to be passed on to everybody. */
export const chainPost = defineCheck({
  name: 'chain-post',
  readsConduct: true,
  params: strictObject({ add: phraseList, ignore: phraseList }),
  *run(own, { document }) {
    for (const { part, span, form } of firstInParts(
      document,
      orRead(document, document.facts(chainAsks), 'chain'),
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
