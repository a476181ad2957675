import { strictObject } from 'valibot';
import type { Document } from '../document/document.ts';
import { READ_EVIDENCE, orRead } from '../facts/conduct.ts';
import type { Harshness } from '../facts/tone.ts';
import { harshness } from '../facts/tone.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  read: READ_EVIDENCE,
  complaint: 'the school itself complains, blames or threatens here',
  scorn: 'a scornful word about people or their work',
  hinted: 'together, the hints in this sentence and the next read as a complaint or as sarcasm',
  own: 'a phrase that the policy lists',
} as const;

/** A person’s own account may grumble about the trains: hints tell nothing there. */
const harshWords = (document: Document): readonly Harshness[] =>
  document
    .facts(harshness)
    .filter(({ form }) => form !== 'hinted' || document.speaker.kind !== 'personal');

/** Flags complaints, blame, sneers and threats in the school’s own voice. */
export const negativeTone = defineCheck({
  name: 'negative-tone',
  params: strictObject({ add: phraseList, ignore: phraseList }),
  *run(own, { document }) {
    for (const { part, span, form } of firstInParts(
      document,
      orRead(document, harshWords(document), 'negative-tone'),
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
