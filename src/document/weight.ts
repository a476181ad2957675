import { mayHoldLink } from './twitter.ts';

/** How many characters X counts for an emoji, and for a letter outside the lower ranges. */
const HEAVY = 2;
/** Ranges that X counts as one: https://developer.x.com/en/docs/counting-characters */
const LIGHT = /^[\0-\u10FF\u2000-\u200D\u2010-\u201F\u2032-\u2037]/u;

const EMOJI =
  /[\u{1F1E6}-\u{1F1FF}]{2}|\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]*(?:\u200D\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]*)*|[^]/gu;

/** Weighted length of a text without links. Rare emoji sequences may count as more than X counts. */
export const plainWeight = (text: string): number => {
  let weight = 0;
  for (const [character] of text.normalize('NFC').matchAll(EMOJI)) {
    weight += LIGHT.test(character) ? 1 : HEAVY;
  }
  return weight;
};

/** Offset at which a text without links passes a weighted length. */
export const plainLimit = (text: string, max: number): number => {
  let weight = 0;
  for (const { 0: character, index } of text.matchAll(EMOJI)) {
    weight += LIGHT.test(character) ? 1 : HEAVY;
    if (weight > max) return index;
  }
  return text.length;
};

/** Below, composing accents never makes a text heavier; above, a unit may become three. */
const FIRST_EXPANDING = 0x340;
const MOST_PER_UNIT = 3 * HEAVY;

/** A cheap number that X's weighted length cannot exceed. */
export const mostWeight = (text: string): number => {
  if (mayHoldLink(text)) return Number.POSITIVE_INFINITY;
  let weight = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const isLight = unit < FIRST_EXPANDING || (unit >= 0x2010 && unit <= 0x201f);
    weight += isLight ? 1 : unit >= 0xd800 && unit <= 0xdfff ? MOST_PER_UNIT / 2 : MOST_PER_UNIT;
  }
  return weight;
};
