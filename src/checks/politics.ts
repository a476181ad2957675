import { orRead } from '../facts/conduct.ts';
import { politicalCalls } from '../facts/politics.ts';
import { wordingCheck } from './wording-check.ts';

const EVIDENCE = {
  said: 'these words take sides in politics or campaign',
  party: 'a party stands beside words of an election',
  attack: 'those who govern are attacked',
  cause: 'readers are asked to join a protest, a strike or a petition',
  hint: 'a hint at how to vote stands beside words of an election',
  praise: 'a candidate or a party is praised',
  stance: 'a side is taken on what parties quarrel about',
} as const;

/** Flags party politics and campaigning; lessons about politics pass. */
export const politics = wordingCheck({
  name: 'politics',
  readsConduct: true,
  evidence: EVIDENCE,
  find: (document) => orRead(document, document.facts(politicalCalls), 'political'),
});
