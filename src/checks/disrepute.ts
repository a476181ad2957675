import { orRead } from '../facts/conduct.ts';
import { discredits } from '../facts/disrepute.ts';
import { wordingCheck } from './wording-check.ts';

const EVIDENCE = {
  gaming: 'these words tell that figures, a test or an inspection were cheated',
  slacking: 'these words tell of drink, idleness or broken rules on duty',
  contempt: 'these words run the school or its people down',
  grievance: 'these words carry quarrels and troubles of the staff to the public',
  bad: 'a word that runs down stands beside the school or its people',
  harsh: 'a complaint or a sneer stands beside the school or its people',
} as const;

/** Flags what discredits the school, its staff, its pupils, its parents or its governors. */
export const disrepute = wordingCheck({
  name: 'disrepute',
  readsConduct: true,
  evidence: EVIDENCE,
  find: (document) => orRead(document, document.facts(discredits), 'disrepute'),
});
