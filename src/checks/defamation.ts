import { array, optional, picklist, strictObject } from 'valibot';
import { ACCUSED, allegations } from '../facts/allegations.ts';
import type { Allegation } from '../facts/allegations.ts';
import { withOwn } from '../facts/own-phrases.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  person: 'it says as a fact that somebody who is named did wrong',
  handle: 'it says as a fact that the holder of a handle did wrong',
  role: 'it says as a fact that somebody who can be told by their role or name did wrong',
} as const;

/** Flags allegations of wrongdoing, told as fact, about somebody who can be told. */
export const defamation = defineCheck({
  name: 'defamation',
  params: strictObject({
    about: optional(array(picklist(ACCUSED)), [...ACCUSED]),
    add: phraseList,
    ignore: phraseList,
  }),
  *run({ about, add, ignore }, { document }) {
    const found = document.facts(allegations).filter(({ accused }) => about.includes(accused));
    const all = withOwn<Allegation>(document, found, { add, ignore });
    const parts = new Set<unknown>();
    for (const one of all) {
      if (parts.has(one.part)) continue;
      parts.add(one.part);
      yield {
        where: one.part.name,
        range: document.place(one.part, one.span).span,
        confidence: 'likely',
        evidence: ['accused' in one ? EVIDENCE[one.accused] : 'a phrase that the policy lists'],
      };
    }
  },
});
