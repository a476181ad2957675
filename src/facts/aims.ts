import type { Pattern } from '../core/pattern.ts';
import { pattern } from '../core/pattern.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import { sortedPhraseDetector } from './wording.ts';

export const AIM_KINDS = [
  'birthday',
  'criticism',
  'reminder',
  'award',
  'praise',
  'wishes',
] as const;
export type AimKind = (typeof AIM_KINDS)[number];

/** Words that praise, award, wish, blame or remind; the span counts the part's folded text. */
export interface Aim {
  readonly part: Part;
  readonly span: Span;
  readonly kind: AimKind;
}

const phrases = sortedPhraseDetector('aims');

/** What people post beside somebody's success. */
const CHEERS = pattern(/[👏🏆🥇🥈🥉🏅⭐🌟🎉🙌]/gu);
const CAKES = pattern(/[🎂🎈]/gu);

/** What a post does to the people it speaks of, in reading order within each part. */
export const aims: Detector<Aim> = (document) => {
  const worded = document.facts(phrases).flatMap(({ part, span, heading }) => {
    const kind = AIM_KINDS.find((one) => one === heading);
    return kind ? [{ part, span, kind }] : [];
  });
  const { body } = document;
  const drawn = (signs: Pattern, kind: AimKind): Aim[] =>
    signs.matchAll(body.text).map(({ 0: sign, index }) => ({
      part: body,
      span: { start: index, end: index + sign.length },
      kind,
    }));
  return [...worded, ...drawn(CHEERS, 'praise'), ...drawn(CAKES, 'birthday')];
};
