import { orRead } from '../facts/conduct.ts';
import { chainAsks } from '../facts/chain.ts';
import { wordingCheck } from './wording-check.ts';

const EVIDENCE = {
  chain: 'readers are asked to pass this on, tag others or collect likes for its own sake',
  bait: 'a prize, gift or quick profit is held out as a lure',
  paired: 'readers are asked to react or pass this on in return for a chance or for luck',
  rumour: 'an alarm from hearsay is to be passed on',
} as const;

/** Flags chain messages, hunts for likes, prize bait and alarms to be passed on to everybody. */
export const chainPost = wordingCheck({
  name: 'chain-post',
  readsConduct: true,
  evidence: EVIDENCE,
  find: (document) => orRead(document, document.facts(chainAsks), 'chain'),
});
