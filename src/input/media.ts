import type { Media, PicturedPerson } from '../core/post.ts';
import { CAMERAS, CONSENTS, CONSENT_FORMS, REVIEWS, RIGHTS } from '../core/post.ts';
import { withoutAbsent } from './absent.ts';
import { asExact, asFlag, asListOf, asMapping, asOneOf, asString } from './values.ts';
import { createVocabulary } from './vocabulary.ts';

const asName = asString('write the name as text');
const asChild = asFlag('write true for a child, false for an adult');
const asIdentifiable = asFlag('write false when nobody could tell who it is, else true');
const asConsent = asOneOf(CONSENTS, 'write consent as granted, refused, expired or unknown');
const asConsentForm = asOneOf(CONSENT_FORMS, 'write consentForm as written, verbal or exception');
const asStaff = asFlag('write true for a colleague, else leave it out');
const asSelf = asFlag('write true for whoever the account belongs to, else leave it out');
const asRights = asOneOf(
  RIGHTS,
  'write rights as own, licensed, permission, public-domain or unknown',
);
const asReview = asOneOf(REVIEWS, 'write review as suitable or unsuitable, or leave it out');
const asCamera = asOneOf(CAMERAS, 'write camera as phone, tablet or camera, or leave it out');
const asSchoolDevice = asFlag('write true for a device of the school, false for a private one');

const asPerson = asMapping<PicturedPerson>(
  createVocabulary(['name', 'child', 'identifiable', 'consent', 'consentForm', 'staff', 'self']),
  'write each person with name:, child: and consent:',
  ({ get }) =>
    withoutAbsent({
      name: get('name', asName),
      child: get('child', asChild),
      identifiable: get('identifiable', asIdentifiable),
      consent: get('consent', asConsent),
      consentForm: get('consentForm', asConsentForm),
      staff: get('staff', asStaff),
      self: get('self', asSelf),
    }),
);

const asFile = asExact('write the name of the file as text');
const asAlt = asExact('write the alt text in quotes');
const asPeople = asListOf(asPerson, 'write people as a list, each with name: and consent:');

const asPicture = asMapping<Media>(
  createVocabulary(['file', 'alt', 'people', 'rights', 'review', 'camera', 'schoolDevice']),
  'write each picture with file: and alt:',
  ({ get }) =>
    withoutAbsent({
      file: get('file', asFile),
      alt: get('alt', asAlt),
      people: get('people', asPeople),
      rights: get('rights', asRights),
      review: get('review', asReview),
      camera: get('camera', asCamera),
      schoolDevice: get('schoolDevice', asSchoolDevice),
    }),
);

export const asMedia = asListOf(
  asPicture,
  'write media as a list of pictures, each with file: and alt:',
);
