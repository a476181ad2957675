import { boolean, optional, strictObject } from 'valibot';
import { opinions } from '../facts/opinions.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { politicalCalls } from '../facts/politics.ts';
import { defineCheck, phraseList } from './check.ts';
import { wordBreaches } from './wording-check.ts';

const EVIDENCE = {
  opinion: 'these words give the writer’s own opinion',
  belief: 'these words say which faith is right, or that none is',
  political: 'these words take sides in politics',
} as const;

/** Flags opinions of the writer’s own: in the first person, on politics, on religion. */
export const opinion = defineCheck({
  name: 'opinion',
  params: strictObject({
    political: optional(boolean(), true),
    add: phraseList,
    ignore: phraseList,
  }),
  *run({ political, ...own }, { document }) {
    const found = [
      ...document.facts(opinions),
      ...(political
        ? document
            .facts(politicalCalls)
            .map(({ part, span }) => ({ part, span, form: 'political' as const }))
        : []),
    ];
    yield* wordBreaches(document, firstInParts(document, found, own), EVIDENCE);
  },
});
