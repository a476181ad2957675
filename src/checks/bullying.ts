import { array, optional, picklist, strictObject } from 'valibot';
import { kindOf } from '../core/post.ts';
import { BULLYING_FORMS, bullyingWords } from '../facts/bullying.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { defineCheck, phraseList } from './check.ts';
import { wordBreaches } from './wording-check.ts';

const EVIDENCE = {
  threat: 'words that threaten somebody',
  wish: 'words that wish somebody ill or gone',
  'pile-on': 'a call to turn on somebody',
  shame: 'words that shame somebody',
  nickname: 'a name that degrades somebody',
  belittle: 'words that belittle somebody',
} as const;

/** Flags threats, harassment, degrading nicknames, shaming and calls to turn on somebody. */
export const bullying = defineCheck({
  name: 'bullying',
  params: strictObject({
    forms: optional(array(picklist(BULLYING_FORMS)), [...BULLYING_FORMS]),
    add: phraseList,
    ignore: phraseList,
  }),
  lacks: (_, { document: { post } }) =>
    kindOf(post) === 'own' || post.text.trim() !== ''
      ? undefined
      : 'the words of what was liked or passed on',
  *run({ forms, add, ignore }, { document }) {
    const found = document.facts(bullyingWords).filter(({ form }) => forms.includes(form));
    yield* wordBreaches(document, firstInParts(document, found, { add, ignore }), EVIDENCE);
  },
});
