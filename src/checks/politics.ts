import { strictObject } from 'valibot';
import { READ_EVIDENCE, orRead } from '../facts/conduct.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { politicalCalls } from '../facts/politics.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  read: READ_EVIDENCE,
  said: 'these words take sides in politics or campaign',
  party: 'a party stands beside words of an election',
  attack: 'those who govern are attacked',
  cause: 'readers are asked to join a protest, a strike or a petition',
  hint: 'a hint at how to vote stands beside words of an election',
  praise: 'a candidate or a party is praised',
  stance: 'a side is taken on what parties quarrel about',
  own: 'a phrase that the policy lists',
} as const;

/** Flags party politics and campaigning; lessons about politics pass. */
export const politics = defineCheck({
  name: 'politics',
  readsConduct: true,
  params: strictObject({ add: phraseList, ignore: phraseList }),
  *run(own, { document }) {
    for (const { part, span, form } of firstInParts(
      document,
      orRead(document, document.facts(politicalCalls), 'political'),
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
