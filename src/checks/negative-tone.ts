import type { Document } from '../document/document.ts';
import { orRead } from '../facts/conduct.ts';
import type { Harshness } from '../facts/tone.ts';
import { harshness } from '../facts/tone.ts';
import { wordingCheck } from './wording-check.ts';

const EVIDENCE = {
  complaint: 'the school itself complains, blames or threatens here',
  scorn: 'a scornful word about people or their work',
  hinted: 'together, the hints in this sentence and the next read as a complaint or as sarcasm',
} as const;

/** A person’s own account may grumble about the trains: hints tell nothing there. */
const harshWords = (document: Document): readonly Harshness[] =>
  document
    .facts(harshness)
    .filter(({ form }) => form !== 'hinted' || document.speaker.kind !== 'personal');

/** Flags complaints, blame, sneers and threats in the school’s own voice. */
export const negativeTone = wordingCheck({
  name: 'negative-tone',
  evidence: EVIDENCE,
  find: (document) => orRead(document, harshWords(document), 'negative-tone'),
});
