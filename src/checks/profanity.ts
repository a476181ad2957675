import { optional, picklist, strictObject } from 'valibot';
import { SWEARING_LEVELS } from '../facts/swear-words.ts';
import type { Swearing } from '../facts/swearing.ts';
import { swearing } from '../facts/swearing.ts';
import { withOwn } from '../facts/own-phrases.ts';
import { defineCheck, phraseList } from './check.ts';

/** Flags swear words and slurs from a level on, also in disguise. */
export const profanity = defineCheck({
  name: 'profanity',
  params: strictObject({
    level: optional(picklist(SWEARING_LEVELS), 'medium'),
    add: phraseList,
    ignore: phraseList,
  }),
  *run({ level, add, ignore }, { document }) {
    const least = SWEARING_LEVELS.indexOf(level);
    const isRead = ({ kind }: Swearing): boolean =>
      kind === 'slur' || SWEARING_LEVELS.indexOf(kind) <= least;
    const found = document.facts(swearing).filter(isRead);
    for (const one of withOwn(document, found, { add, ignore })) {
      yield {
        where: one.part.name,
        range: document.place(one.part, one.span).span,
        confidence: 'confidence' in one ? one.confidence : 'likely',
        evidence: ['kind' in one ? evidenceFor(one) : 'a word that the policy lists'],
      };
    }
  },
});

const evidenceFor = ({ kind, isDisguised }: Swearing): string => {
  const what = kind === 'slur' ? 'a slur' : kind === 'mild' ? 'a mild swear word' : 'a swear word';
  return isDisguised ? `${what}, in disguise` : what;
};
