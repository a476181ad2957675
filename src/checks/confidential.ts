import { array, optional, picklist, strictObject } from 'valibot';
import { orRead } from '../facts/conduct.ts';
import { CONFIDENCE_FORMS, confidences } from '../facts/confidences.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { surest } from '../facts/surest.ts';
import { defineCheck, phraseList } from './check.ts';
import { wordBreaches } from './wording-check.ts';

const EVIDENCE = {
  marker: 'words that say this is not for the public',
  case: 'it tells of one person’s or a few people’s case',
  result: 'it speaks of results or papers before their day',
  complaint: 'it tells of a complaint that somebody made',
  scan: 'the picture looks like a document that is not for the public',
} as const;

/** Flags what was told in confidence, belongs to one case, or is not public yet. */
export const confidential = defineCheck({
  name: 'confidential',
  readsConduct: true,
  params: strictObject({
    kinds: optional(array(picklist(CONFIDENCE_FORMS)), [...CONFIDENCE_FORMS]),
    add: phraseList,
    ignore: phraseList,
  }),
  *run({ kinds, ...own }, { document }) {
    const found = document.facts(confidences).filter(({ form }) => kinds.includes(form));
    const shown = surest(found);
    const sureness = shown.some(({ confidence }) => confidence !== 'possible')
      ? 'likely'
      : 'possible';
    yield* wordBreaches(
      document,
      firstInParts(document, orRead(document, shown, 'confidential'), own),
      EVIDENCE,
      (form) => (form === 'own' || form === 'read' ? 'likely' : sureness),
    );
  },
});
