import { array, minLength, optional, picklist, pipe, strictObject } from 'valibot';
import type { Document, Detector } from '../document/document.ts';
import type { Identity } from '../facts/identities.ts';
import { classIdentities, pupilIdentities, schoolIdentities } from '../facts/identities.ts';
import { isPlainRepost } from '../facts/reposts.ts';
import { whereOf } from '../facts/where.ts';
import { defineCheck } from './check.ts';

const KINDS = ['school', 'class', 'pupil'] as const;

const IDENTITIES: Readonly<Record<(typeof KINDS)[number], Detector<Identity>>> = {
  school: schoolIdentities,
  class: classIdentities,
  pupil: pupilIdentities,
};

/** Flags what tells a reader which school, class or pupil a post is about. */
export const identifies = defineCheck({
  name: 'identifies',
  params: strictObject({
    what: optional(pipe(array(picklist(KINDS)), minLength(1)), [...KINDS]),
    retweets: optional(picklist(['allow', 'flag']), 'allow'),
  }),
  tells: ['what'],
  *run({ what, retweets }, { document }) {
    if (retweets === 'allow' && isPlainRepost(document)) return;
    for (const kind of KINDS) {
      if (!what.includes(kind)) continue;
      for (const { part, span, confidence, evidence } of apart(document.facts(IDENTITIES[kind]))) {
        yield {
          where: whereOf(document, part, span),
          range: document.place(part, span).span,
          confidence,
          evidence,
          data: { what: kind },
        };
      }
      if (kind === 'pupil') yield* pictured(document);
    }
  },
  lacks: ({ what }, { document }) =>
    what.includes('school') &&
    document.school.names.length === 0 &&
    mayName(document) &&
    document.facts(schoolIdentities).length === 0
      ? 'what the school is called (its `names`)'
      : undefined,
});

/** In reading order without overlaps: the first of two, the longer of those that begin together. */
const apart = (identities: readonly Identity[]): readonly Identity[] => {
  const ends = new Map<Identity['part'], number>();
  return [...identities]
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .filter(({ part, span }) => {
      const isFree = span.start >= (ends.get(part) ?? 0);
      if (isFree) ends.set(part, span.end);
      return isFree;
    });
};

const pictured = ({ post: { media } }: Document) =>
  media.flatMap(({ people = [] }, index) =>
    people.some(({ child, identifiable }) => child === true && identifiable !== false)
      ? [
          {
            where: `media[${index}]` as const,
            range: null,
            confidence: 'certain' as const,
            evidence: ['the record of the picture says that a child can be recognised'],
            data: { what: 'pupil' },
          },
        ]
      : [],
  );

/** A capital inside a sentence, a hashtag or a handle: the school’s name may be among them. */
const mayName = ({ body }: Document): boolean => /[\p{L},] \p{Lu}\p{Ll}|[#@]\w/u.test(body.text);
