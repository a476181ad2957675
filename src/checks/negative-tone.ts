import { strictObject } from 'valibot';
import { harshness } from '../facts/tone.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  complaint: 'the school itself complains, blames or threatens here',
  scorn: 'a scornful word about people or their work',
  hinted: 'together, the hints in this sentence and the next read as a complaint or as sarcasm',
  own: 'a phrase that the policy lists',
} as const;

/** Flags complaints, blame, sneers and threats in the school’s own voice. */
export const negativeTone = defineCheck({
  name: 'negative-tone',
  params: strictObject({ add: phraseList, ignore: phraseList }),
  *run(own, { document }) {
    for (const { part, span, form } of firstInParts(document, document.facts(harshness), own)) {
      yield {
        where: part.name,
        range: document.place(part, span).span,
        confidence: form === 'hinted' ? 'possible' : 'likely',
        evidence: [EVIDENCE[form]],
      };
    }
  },
});
