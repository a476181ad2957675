import { array, boolean, optional, strictObject, string } from 'valibot';
import type { Media } from '../core/post.ts';
import { people } from '../facts/people.ts';
import { defineCheck } from './check.ts';

/** Nobody in a picture can be recognised: it was declared so for everyone who can be seen. */
const isUnidentifiable = ({ people: pictured }: Media): boolean =>
  pictured !== undefined && pictured.every(({ identifiable }) => identifiable === false);

/** Flags initials that stand for a child, unless a picture of nobody recognisable goes with them. */
export const initials = defineCheck({
  name: 'initials',
  params: strictObject({
    unlessUnidentifiable: optional(boolean(), true),
    known: optional(array(string()), []),
  }),
  *run({ unlessUnidentifiable, known }, { document }) {
    const { media } = document.post;
    if (unlessUnidentifiable && media.length > 0 && media.every(isUnidentifiable)) return;
    const bare = (text: string): string => text.replaceAll(/[. -]/gu, '').toUpperCase();
    const ignored = new Set(known.map(bare));
    for (const { part, span, form, who, confidence, evidence } of document.facts(people)) {
      if (form !== 'initials' || who !== 'child') continue;
      if (ignored.has(bare(part.text.slice(span.start, span.end)))) continue;
      const place = document.place(part, span);
      const isFirst = /(?:^|[.!?\n]\s*)$/u.test(
        part.text.slice(Math.max(0, span.start - 20), span.start),
      );
      const replacement = `${isFirst ? 'One' : 'one'} of our pupils`;
      yield {
        where: part.name,
        range: place.span,
        confidence,
        evidence,
        remedies: [
          {
            title: 'Write “one of our pupils”',
            edits: [{ ...place, replacement }],
          },
        ],
      };
    }
  },
});
