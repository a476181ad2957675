import type { Media, PicturedPerson } from '../core/post.ts';
import { withoutAbsent } from './absent.ts';
import { asExact, asFlag, asListOf, asMapping, asOneOf, asString } from './values.ts';
import { createVocabulary } from './vocabulary.ts';

const asName = asString('write the name as text');
const asChild = asFlag('write true for a child, false for an adult');
const asIdentifiable = asFlag('write false when nobody could tell who it is, else true');
const asConsent = asOneOf(
  ['granted', 'refused', 'expired', 'unknown'],
  'write consent as granted, refused, expired or unknown',
);

const asPerson = asMapping<PicturedPerson>(
  createVocabulary(['name', 'child', 'identifiable', 'consent']),
  'write each person with name:, child: and consent:',
  ({ get }) =>
    withoutAbsent({
      name: get('name', asName),
      child: get('child', asChild),
      identifiable: get('identifiable', asIdentifiable),
      consent: get('consent', asConsent),
    }),
);

const asFile = asExact('write the name of the file as text');
const asAlt = asExact('write the alt text in quotes');
const asPeople = asListOf(asPerson, 'write people as a list, each with name: and consent:');

const asPicture = asMapping<Media>(
  createVocabulary(['file', 'alt', 'people']),
  'write each picture with file: and alt:',
  ({ get }) =>
    withoutAbsent({
      file: get('file', asFile),
      alt: get('alt', asAlt),
      people: get('people', asPeople),
    }),
);

export const asMedia = asListOf(
  asPicture,
  'write media as a list of pictures, each with file: and alt:',
);
