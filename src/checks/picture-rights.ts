import type { InferOutput } from 'valibot';
import { array, boolean, minValue, number, optional, picklist, pipe, strictObject } from 'valibot';
import type { Media } from '../core/post.ts';
import { RIGHTS } from '../core/post.ts';
import type { Confidence } from '../core/severity.ts';
import type { Document } from '../document/document.ts';
import { longQuotations } from '../facts/long-quotations.ts';
import type { PictureOrigin } from '../facts/picture-origin.ts';
import { pictureOrigins } from '../facts/picture-origin.ts';
import type { Breach } from './check.ts';
import { defineCheck } from './check.ts';

const GOOD = ['own', 'licensed', 'permission', 'public-domain'] as const;

const params = strictObject({
  require: optional(array(picklist(RIGHTS)), [...GOOD]),
  undeclared: optional(boolean(), false),
  longest: optional(pipe(number(), minValue(1)), 40),
});
type Params = InferOutput<typeof params>;

/** Flags pictures and long quotations that nobody has said may be shown. */
export const pictureRights = defineCheck({
  name: 'picture-rights',
  params,
  *run(given, { document }) {
    yield* picturesIn(given, document);
    yield* quotationsIn(given, document);
  },
  lacks(given, { document }) {
    const isOpen = document
      .facts(pictureOrigins)
      .some((picture) => isUndeclared(document, picture) && picture.origin === 'unknown');
    if (!isOpen || given.undeclared || picturesIn(given, document).length > 0) return undefined;
    return 'no picture says by what right it is shown (media: rights)';
  },
});

const mediaOf = ({ post }: Document, { index }: PictureOrigin): Media => post.media[index]!;

const isUndeclared = (document: Document, picture: PictureOrigin): boolean =>
  mediaOf(document, picture).rights === undefined;

const EVIDENCE = {
  library: 'its name is that of a picture library or agency',
  broadcast: 'it shows what a broadcaster or a film company made',
  admitted: 'the words beside it say that it was taken from somewhere',
} as const;

type Reason = readonly [evidence: string, confidence: Confidence];

const findReason = (
  { require, undeclared }: Params,
  { rights }: Media,
  { origin }: PictureOrigin,
): Reason | undefined => {
  const isForeign = origin !== 'own' && origin !== 'unknown';
  if (rights === 'unknown') return ['nobody knows by what right it is shown', 'certain'];
  if (rights !== undefined && !require.includes(rights)) {
    return ['the policy asks for another right to show it', 'certain'];
  }
  if (rights === 'own') return isForeign ? [EVIDENCE[origin], 'possible'] : undefined;
  if (rights !== undefined) return undefined;
  if (isForeign) return [EVIDENCE[origin], 'likely'];
  return undeclared && origin === 'unknown'
    ? ['nobody wrote down by what right it is shown', 'likely']
    : undefined;
};

const picturesIn = (given: Params, document: Document): readonly Breach[] =>
  document.facts(pictureOrigins).flatMap((picture): Breach[] => {
    const reason = findReason(given, mediaOf(document, picture), picture);
    if (!reason) return [];
    const [evidence, confidence] = reason;
    const { place, index } = picture;
    return [
      {
        where: place && place.part !== document.body ? place.part.name : `media[${index}]`,
        range:
          place && place.part !== document.body
            ? document.place(place.part, place.span).span
            : null,
        confidence,
        evidence: [evidence],
      },
    ];
  });

const quotationsIn = ({ longest }: Params, document: Document): readonly Breach[] =>
  document.facts(longQuotations).flatMap(({ part, span, words, isVerse }): Breach[] => {
    if (words <= (isVerse ? longest / 2 : longest)) return [];
    return [
      {
        where: part.name,
        range: document.place(part, span).span,
        confidence: 'likely',
        evidence: ['a quotation so long that its author may have to be asked'],
      },
    ];
  });
