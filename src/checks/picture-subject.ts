import { array, picklist, strictObject } from 'valibot';
import type { Document } from '../document/document.ts';
import { people } from '../facts/people.ts';
import type { Picture } from '../facts/pictured.ts';
import { pictured } from '../facts/pictured.ts';
import { defineCheck } from './check.ts';

const SUBJECTS = [
  'one-child',
  'posed-group',
  'group',
  'adults',
  'work-with-label',
  'unidentifiable-named',
] as const;
type Subject = (typeof SUBJECTS)[number];

/** Flags pictures by what they show, as their record or their alt text tells. */
export const pictureSubject = defineCheck({
  name: 'picture-subject',
  params: strictObject({ subjects: array(picklist(SUBJECTS)) }),
  *run({ subjects }, { document }) {
    for (const picture of document.facts(pictured)) {
      if (!subjects.some((subject) => is[subject](picture, document))) continue;
      const { index, place, confidence, evidence } = picture;
      yield {
        where: place ? place.part.name : `media[${index}]`,
        range: place ? document.place(place.part, place.span).span : null,
        confidence,
        evidence,
      };
    }
  },
});

/** Initials may stand for a child who cannot be recognised. */
const isChildNamed = ({ index }: Picture, document: Document): boolean =>
  document
    .facts(people)
    .some(
      ({ part, who, form }) =>
        who === 'child' &&
        form !== 'initials' &&
        (part.name === 'text' || part.name.startsWith(`media[${index}].`)),
    );

const is: Readonly<Record<Subject, (picture: Picture, document: Document) => boolean>> = {
  'one-child': ({ shows }) => shows === 'one-child',
  group: ({ shows }) => shows === 'group',
  adults: ({ shows }) => shows === 'adults',
  'posed-group': (one) => one.shows === 'group' && one.isPosed && !one.hasActivity,
  'work-with-label': ({ shows, hasNameLabel }) =>
    hasNameLabel && (shows === 'work' || shows === 'unknown' || shows === 'nobody'),
  'unidentifiable-named': (picture, document) =>
    picture.shows === 'unidentifiable' && isChildNamed(picture, document),
};
