import { array, optional, picklist, strictObject } from 'valibot';
import { BULLYING_FORMS, bullyingWords } from '../facts/bullying.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  threat: 'words that threaten somebody',
  wish: 'words that wish somebody ill or gone',
  'pile-on': 'a call to turn on somebody',
  shame: 'words that shame somebody',
  nickname: 'a name that degrades somebody',
  belittle: 'words that belittle somebody',
  own: 'a phrase that the policy lists',
} as const;

/** Flags threats, harassment, degrading nicknames, shaming and calls to turn on somebody. */
export const bullying = defineCheck({
  name: 'bullying',
  params: strictObject({
    forms: optional(array(picklist(BULLYING_FORMS)), [...BULLYING_FORMS]),
    add: phraseList,
    ignore: phraseList,
  }),
  *run({ forms, add, ignore }, { document }) {
    const found = document.facts(bullyingWords).filter(({ form }) => forms.includes(form));
    for (const { part, span, form } of firstInParts(document, found, { add, ignore })) {
      yield {
        where: part.name,
        range: document.place(part, span).span,
        confidence: 'likely',
        evidence: [EVIDENCE[form]],
      };
    }
  },
});
