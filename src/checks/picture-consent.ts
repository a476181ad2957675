import { boolean, optional, strictObject } from 'valibot';
import type { PicturedPerson } from '../core/post.ts';
import { pictured } from '../facts/pictured.ts';
import { defineCheck } from './check.ts';

/** Flags pictures of a child whose family has not agreed, by the record of the picture. */
export const pictureConsent = defineCheck({
  name: 'picture-consent',
  params: strictObject({ undeclared: optional(boolean(), false) }),
  *run({ undeclared }, { document }) {
    for (const { index, shows, isDeclared } of document.facts(pictured)) {
      const people = document.post.media[index]?.people ?? [];
      const reasons = [...new Set(people.filter(isRecognisableChild).flatMap(findReason))];
      const showsChildren = shows === 'one-child' || shows === 'group';
      if (undeclared && !isDeclared && showsChildren)
        reasons.push('nobody wrote down who is in it');
      if (reasons.length === 0) continue;
      yield {
        where: `media[${index}]`,
        range: null,
        confidence: isDeclared ? 'certain' : 'likely',
        evidence: reasons,
      };
    }
  },
});

const isRecognisableChild = ({ child, identifiable }: PicturedPerson): boolean =>
  child !== false && identifiable !== false;

const REASONS = {
  refused: 'the family of a child in it said no',
  expired: 'the consent for a child in it has run out',
  unknown: 'nobody knows whether the family of a child in it agreed',
} as const;

const findReason = ({ consent = 'unknown' }: PicturedPerson): readonly string[] =>
  consent === 'granted' ? [] : [REASONS[consent]];
