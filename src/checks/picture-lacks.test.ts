import { describe, expect, it } from 'vitest';
import type { Media, Post } from '../core/post.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { createDocument } from '../document/document.ts';
import type { Check } from './check.ts';
import { pictureAccount } from './picture-account.ts';
import { pictureCamera } from './picture-camera.ts';
import { pictureConsent } from './picture-consent.ts';
import { pictureReview } from './picture-review.ts';
import { pictureSelf } from './picture-self.ts';

const PEOPLE = 'a picture does not say who can be seen (media: people)';
const FORM = 'a picture does not say how consent was given (media: people: consentForm)';
const CAMERA = 'a picture does not say what it was taken with (media: camera)';
const OWNER = 'a picture does not say whose phone took it (media: schoolDevice)';
const REVIEW = 'nobody recorded having looked at a picture (media: review)';

const lacking = (check: Check, params: object, media: Media, post: Partial<Post> = {}) => {
  const document = createDocument(
    {
      id: 'a',
      text: '',
      origin: { file: 'a', line: 1, record: 1 },
      at: { kind: 'unscheduled' },
      media: [media],
      ...post,
    },
    UNKNOWN_SCHOOL,
    { twitter: null, encoder: null },
  );
  return check.prepareLacks(params)?.({ document, atMs: null, timezone: 'Europe/London' });
};

const GROUP = { alt: 'Year 4 wading through the brook' };
const BLANK = { file: 'IMG_1.jpg' };
const POSTER = { alt: 'A poster about brooks' };

describe('what picture checks lack', () => {
  it.each<readonly [string, Check, object, Media, string | undefined]>([
    ['no record', pictureConsent, {}, BLANK, PEOPLE],
    ['a record', pictureConsent, {}, { people: [{ consent: 'granted' }] }, undefined],
    ['flagged instead', pictureConsent, { undeclared: true }, GROUP, undefined],
    ['flagged instead', pictureConsent, { requireRecord: true }, BLANK, undefined],
    ['no form', pictureConsent, { form: 'written' }, { people: [{ consent: 'granted' }] }, FORM],
    ['any form', pictureConsent, {}, { people: [{ consent: 'granted' }] }, undefined],
    ['no camera', pictureCamera, {}, GROUP, CAMERA],
    ['no pupils', pictureCamera, {}, POSTER, undefined],
    ['no people', pictureCamera, {}, { ...BLANK, camera: 'phone' }, PEOPLE],
    ['no event', pictureCamera, { tripsOnly: true }, GROUP, undefined],
    ['no owner', pictureCamera, { schoolDevicePasses: true }, { ...GROUP, camera: 'phone' }, OWNER],
    ['no review', pictureReview, {}, GROUP, REVIEW],
    ['of work', pictureReview, {}, POSTER, undefined],
    ['reviewed', pictureReview, {}, { ...GROUP, review: 'suitable' }, undefined],
    ['not asked', pictureReview, { only: ['dress'] }, GROUP, undefined],
    ['no record', pictureSelf, {}, BLANK, PEOPLE],
    ['of work', pictureSelf, {}, POSTER, undefined],
    ['on our own account', pictureAccount, {}, BLANK, undefined],
  ])('%s: %o', (_, check, params, media, expected) => {
    expect(lacking(check, params, media)).toBe(expected);
  });

  it('asks who is in a picture on a personal account', () => {
    expect(lacking(pictureAccount, {}, BLANK, { account: 'personal' })).toBe(PEOPLE);
    expect(lacking(pictureAccount, {}, GROUP, { account: 'personal' })).toBeUndefined();
  });
});
