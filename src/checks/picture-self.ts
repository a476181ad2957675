import { strictObject } from 'valibot';
import { NOBODY_DECLARED, pictured } from '../facts/pictured.ts';
import { defineCheck } from './check.ts';

/** Flags pictures that show whoever the account belongs to. */
export const pictureSelf = defineCheck({
  name: 'picture-self',
  params: strictObject({}),
  *run(_, { document }) {
    for (const [index, { people = [] }] of document.post.media.entries()) {
      if (!people.some(({ self }) => self === true)) continue;
      yield {
        where: `media[${index}]`,
        range: null,
        confidence: 'certain',
        evidence: ['its record says that whoever posts it is in it'],
      };
    }
  },
  lacks: (_, { document }) =>
    document.facts(pictured).some(({ isDeclared, shows }) => !isDeclared && shows !== 'work')
      ? NOBODY_DECLARED
      : undefined,
});
