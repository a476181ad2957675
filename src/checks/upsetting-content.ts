import { strictObject } from 'valibot';
import { upsetting } from '../facts/upset.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  graphic: 'a graphic detail',
  threat: 'words that frighten',
  death: 'a detail of how somebody died or was harmed',
  shaming: 'words that shame somebody',
  own: 'a phrase that the policy lists',
} as const;

/** Flags wording that is graphic, frightens, tells how somebody died, or shames. */
export const upsettingContent = defineCheck({
  name: 'upsetting-content',
  params: strictObject({ add: phraseList, ignore: phraseList }),
  *run(own, { document }) {
    for (const { part, span, form } of firstInParts(document, document.facts(upsetting), own)) {
      yield {
        where: part.name,
        range: document.place(part, span).span,
        confidence: form === 'death' || form === 'shaming' ? 'possible' : 'likely',
        evidence: [EVIDENCE[form]],
      };
    }
  },
});
