import type { Document } from '../../document/document.ts';
import type { Scout, Scouted } from '../../document/scout.ts';
import { CONDUCTS } from '../conduct/heads.ts';
import { inCompany } from './company.ts';
import { agreeing, blend, byTag } from './opinions.ts';
import type { Tagging } from './tagging.ts';
import { CHILD } from './tagging.ts';
import type { ReaderWord } from '../reader/words.ts';
import { LOWER } from '../reader/words.ts';
import { TAGS } from '../tagger/tagger.ts';

/** What the scout settles: the words of a part, and what the whole is aimed at. */
export interface Settling {
  readonly chances: readonly (Float32Array | undefined)[];
  readonly aimsAtChild: number;
}

const SMALLEST = 1e-6;
const INITIALS = TAGS.indexOf('initials');

/** Up to here a word surely names no child, by both readers; chosen on authors held out. */
const SURELY_NOT = 0.12;
/** The same of a given name that is nothing else. */
const NAME_SURELY_NOT = 0.05;
/** From here on it surely does, by both, by the scout alone and by the light tier alone. */
const SURELY = 0.95;
const SURELY_BY_SCOUT = 0.8;
const SURELY_BY_LIGHT = 0.3;
/** Letters that stand for a name are few, and only the encoder tells where they end. */
const MAY_BE_INITIALS = 0.3;
/** Beside a child who is surely named less is at stake. */
const BESIDE = 0.3;

/** From here on the encoder is to tell what a post does, where its words are asked about anyway. */
const DOES = 0.5;
/** Deeds that are looked for in every post that the encoder reads. */
const LOOKED_FOR = [CONDUCTS.indexOf('negative-tone'), CONDUCTS.indexOf('meet-up')];
/** Up to here the encoder would hardly say that a post does something. */
const HARDLY = 0.05;

const scouted = new WeakMap<Tagging, Scouted>();

const scoutedOf = (tagging: Tagging, scout: Scout): Scouted => {
  let found = scouted.get(tagging);
  if (!found) {
    const { words, figures, chances } = tagging;
    found = scout.read(words, figures, (at) => chances[at] !== undefined);
    scouted.set(tagging, found);
  }
  return found;
};

/** Whether the scout leaves it open that a part does something which the encoder can tell. */
export const mayDo = (tagging: Tagging, scout: Scout): boolean =>
  scoutedOf(tagging, scout).deeds.some((deed) => deed > HARDLY);

const isSurely = (child: number, alone: Float32Array, light: Float32Array): boolean =>
  child >= SURELY && alone[CHILD]! >= SURELY_BY_SCOUT && light[CHILD]! >= SURELY_BY_LIGHT;

/** How little must speak for a child; nothing is little enough of a name in small letters, which are rare. */
const surelyNot = ({ known: { shape, band, level } }: ReaderWord, figure: number): number => {
  if (band < 2 || level > 0 || figure > 0) return SURELY_NOT;
  return shape === LOWER ? -1 : NAME_SURELY_NOT;
};

const settle = (tagging: Tagging, scout: Scout): Settling | undefined => {
  const { who, aim, deeds } = scoutedOf(tagging, scout);
  if (LOOKED_FOR.some((deed) => deeds[deed]! >= DOES)) return undefined;
  const { words, figures } = tagging;
  let isNamed = false;
  let doubt = 0;
  let hasInitials = false;
  const chances = tagging.chances.map((light, at) => {
    const labels = who[at];
    if (!light || !labels) return light;
    const alone = byTag(labels);
    const both = blend(alone, light);
    const child = both[CHILD]!;
    if (both[INITIALS]! > MAY_BE_INITIALS) hasInitials = true;
    if (isSurely(child, alone, light)) isNamed = true;
    else if (child > surelyNot(words[at]!, figures[at]!))
      doubt = Math.max(doubt, SMALLEST, Math.min(child, 1 - child));
    return both;
  });
  if (hasInitials || doubt > (isNamed ? BESIDE : 0)) return undefined;
  return {
    chances: inCompany(words, agreeing(words, chances)),
    aimsAtChild: aim,
  };
};

const settled = new WeakMap<Tagging, Settling | null>();

/** What the scout makes of a part, where the encoder would hardly change what is reported. */
export const findSettling = ({ tools }: Document, tagging: Tagging): Settling | undefined => {
  if (!tools.scout) return undefined;
  let found = settled.get(tagging);
  if (found === undefined) {
    found = settle(tagging, tools.scout) ?? null;
    settled.set(tagging, found);
  }
  return found ?? undefined;
};
