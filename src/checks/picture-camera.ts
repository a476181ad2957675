import { boolean, optional, strictObject } from 'valibot';
import type { Media } from '../core/post.ts';
import type { Picture } from '../facts/pictured.ts';
import { NOBODY_DECLARED, pictured } from '../facts/pictured.ts';
import type { CheckInput } from './check.ts';
import { defineCheck } from './check.ts';

/** Flags pictures of pupils that were taken with a phone. */
export const pictureCamera = defineCheck({
  name: 'picture-camera',
  params: strictObject({
    schoolDevicePasses: optional(boolean(), false),
    anySubject: optional(boolean(), false),
    tripsOnly: optional(boolean(), false),
  }),
  *run(terms, input) {
    for (const { index, verdict } of judged(terms, input)) {
      if (verdict !== 'phone') continue;
      yield {
        where: `media[${index}]`,
        range: null,
        confidence: 'certain',
        evidence: ['its record says that a phone took it'],
      };
    }
  },
  lacks: (terms, input) => {
    const found = new Set(judged(terms, input).map(({ verdict }) => verdict));
    return QUESTIONS.find(([verdict]) => found.has(verdict))?.[1];
  },
});

interface Terms {
  readonly schoolDevicePasses: boolean;
  readonly anySubject: boolean;
  readonly tripsOnly: boolean;
}

type Verdict = 'phone' | 'fine' | 'camera-open' | 'people-open' | 'owner-open';

/** What is asked for first where several things are not told. */
const QUESTIONS: readonly (readonly [Verdict, string])[] = [
  ['camera-open', 'a picture does not say what it was taken with (media: camera)'],
  ['people-open', NOBODY_DECLARED],
  ['owner-open', 'a picture does not say whose phone took it (media: schoolDevice)'],
];

const verdictOn = (
  { hasChildren }: Picture,
  { camera, schoolDevice }: Media,
  { schoolDevicePasses, anySubject }: Terms,
): Verdict => {
  const isMeant = anySubject || hasChildren;
  if (isMeant === false || (camera !== undefined && camera !== 'phone')) return 'fine';
  if (schoolDevicePasses && schoolDevice === true) return 'fine';
  if (camera === undefined) return 'camera-open';
  if (isMeant === undefined) return 'people-open';
  return schoolDevicePasses && schoolDevice === undefined ? 'owner-open' : 'phone';
};

const isAtEvent = ({ document: { post, school }, atMs }: CheckInput): boolean =>
  Boolean(post.event) ||
  (atMs !== null && school.calendar.some(({ startMs, endMs }) => atMs >= startMs && atMs < endMs));

const judged = (
  terms: Terms,
  input: CheckInput,
): readonly { readonly index: number; readonly verdict: Verdict }[] => {
  const { document } = input;
  if (document.post.media.length === 0 || (terms.tripsOnly && !isAtEvent(input))) return [];
  return document.facts(pictured).map((picture) => ({
    index: picture.index,
    verdict: verdictOn(picture, document.post.media[picture.index] ?? {}, terms),
  }));
};
