import { array, optional, picklist, strictObject } from 'valibot';
import { READ_EVIDENCE, orRead } from '../facts/conduct.ts';
import { CONFIDENCE_FORMS, confidences } from '../facts/confidences.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  read: READ_EVIDENCE,
  marker: 'words that say this is not for the public',
  case: 'it tells of one person’s or a few people’s case',
  result: 'it speaks of results or papers before their day',
  complaint: 'it tells of a complaint that somebody made',
  scan: 'the picture looks like a document that is not for the public',
  own: 'a phrase that the policy lists',
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
    const sure = found.filter(({ confidence }) => confidence !== 'possible');
    const shown = sure.length > 0 ? sure : found;
    for (const { part, span, form } of firstInParts(
      document,
      orRead(document, shown, 'confidential'),
      own,
    )) {
      yield {
        where: part.name,
        range: document.place(part, span).span,
        confidence: form === 'own' || form === 'read' || sure.length > 0 ? 'likely' : 'possible',
        evidence: [EVIDENCE[form]],
      };
    }
  },
});
