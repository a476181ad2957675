import { strictObject } from 'valibot';
import { isOwnRepost } from '../facts/own-reposts.ts';
import { NOBODY_DECLARED, pictured } from '../facts/pictured.ts';
import { defineCheck } from './check.ts';

/** Flags pictures of pupils on an account that is not the school’s. */
export const pictureAccount = defineCheck({
  name: 'picture-account',
  params: strictObject({}),
  *run(_, { document }) {
    if (document.speaker.kind !== 'personal' || isOwnRepost(document)) return;
    for (const { index, hasChildren, isDeclared, evidence } of document.facts(pictured)) {
      if (!hasChildren) continue;
      yield {
        where: `media[${index}]`,
        range: null,
        confidence: isDeclared ? 'certain' : 'likely',
        evidence,
      };
    }
  },
  lacks: (_, { document }) => {
    if (document.speaker.kind !== 'personal' || isOwnRepost(document)) return undefined;
    const isOpen = document
      .facts(pictured)
      .some(({ hasChildren, isDeclared }) => hasChildren === undefined && !isDeclared);
    return isOpen ? NOBODY_DECLARED : undefined;
  },
});
