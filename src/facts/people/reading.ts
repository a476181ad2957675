import { groupBy } from '../../core/group-by.ts';
import type { Detector, Document } from '../../document/document.ts';
import type { Encoder } from '../../document/encoder.ts';
import type { Scout, Scouted } from '../../document/scout.ts';
import { aims } from '../aims.ts';
import { loneChildren } from '../targets/lone-children.ts';
import { encodingsOf } from '../reader/encodings.ts';
import type { ReaderWord } from '../reader/words.ts';
import { NUMBER, SIGN } from '../reader/words.ts';
import { TAGS } from '../tagger/tagger.ts';
import { inCompany } from './company.ts';
import type { Tagging } from './tagging.ts';
import { CHILD, isOpen, taggings } from './tagging.ts';

/** The words of a part, by the surest reader that looked at them. */
export interface Reading extends Tagging {
  /** Words that begin a name, where the encoder read the part. */
  readonly begins: readonly boolean[] | undefined;
  /** How probable it is that the part is aimed at one child, where the encoder read it. */
  readonly aimsAtChild: number | undefined;
}

/** How much the light tier's word counts beside the encoder's; chosen on held-out posts. */
const LIGHT_SHARE = 0.5;

/** Both opinions in one: their product, the light tier's with less force. */
const blend = (heavy: Float32Array, light: Float32Array | undefined): Float32Array => {
  if (!light) return heavy;
  const mixed = heavy.map(
    (chance, tag) => (chance + 1e-6) * Math.pow(light[tag]! + 1e-3, LIGHT_SHARE),
  );
  const total = mixed.reduce((sum, one) => sum + one, 0);
  return mixed.map((one) => one / total);
};

/** Labels are nobody's, then `B-` and `I-` of each tag. */
const byTag = (who: Float32Array): Float32Array =>
  Float32Array.from(TAGS, (_, tag) => (tag === 0 ? who[0]! : who[2 * tag - 1]! + who[2 * tag]!));

const begins = (who: Float32Array): boolean => {
  let [first, inside] = [0, 0];
  for (let tag = 1; tag < TAGS.length; tag += 1) {
    first += who[2 * tag - 1]!;
    inside += who[2 * tag]!;
  }
  return first >= inside;
};

/** Where one place says a child and another surely not, each is believed. */
const APART = 0.75;

/**
 * A name that stands twice in a post is mostly one and the same person's: each of its places gets the
 * mean of all. Names that are everyday words too are left as they are: `Will` is not `will`.
 */
const agreeing = (
  words: readonly ReaderWord[],
  chances: readonly (Float32Array | undefined)[],
): readonly (Float32Array | undefined)[] => {
  const named = [...words.keys()].filter((at) => {
    const { level, shape } = words[at]!.known;
    return level === 0 && shape !== SIGN && shape !== NUMBER && chances[at];
  });
  const agreed = [...chances];
  for (const all of groupBy(named, (at) => words[at]!.known.key).values()) {
    // Compared one by one: a hostile text repeats a name more often than a call has room for arguments.
    const children = all.map((at) => chances[at]![CHILD]!);
    const most = children.reduce((a, b) => Math.max(a, b));
    const least = children.reduce((a, b) => Math.min(a, b));
    // `Rosa in 3B did a talk on Rosa Parks`: two who are plainly two.
    if (all.length < 2 || most - least > APART) continue;
    const mean = TAGS.map(
      (_, tag) => all.reduce((sum, at) => sum + chances[at]![tag]!, 0) / all.length,
    );
    for (const at of all) agreed[at] = Float32Array.from(mean);
  }
  return agreed;
};

const read = (document: Document, tagging: Tagging, encoder: Encoder): Reading => {
  const chances = [...tagging.chances];
  const starts = tagging.words.map(() => true);
  let aimsAtChild = 0;
  for (const { stretch, encoded } of encodingsOf(document, tagging, encoder)) {
    const { who, aim } = encoded;
    aimsAtChild = Math.max(aimsAtChild, aim[encoder.aims.indexOf('child')]!);
    who.forEach((labels, place) => {
      const at = stretch.from + place;
      chances[at] = blend(byTag(labels), chances[at]);
      starts[at] = begins(labels);
    });
  }
  const agreed = inCompany(tagging.words, agreeing(tagging.words, chances));
  return { ...tagging, chances: agreed, begins: starts, aimsAtChild };
};

/** Whether somebody may be aimed at, which only the whole text tells. */
const mayAim = (document: Document): boolean =>
  document.facts(aims).length > 0 || document.facts(loneChildren).length > 0;

/** Whether the light tier leaves something open in a part. */
const isUnsettled = (document: Document, tagging: Tagging): boolean =>
  isOpen(tagging) || (tagging.part === document.body && mayAim(document));

const scouted = new WeakMap<Tagging, Scouted>();

/** What the scout makes of a part, which it reads once. */
const scoutedOf = (tagging: Tagging, scout: Scout): Scouted => {
  let found = scouted.get(tagging);
  if (!found) {
    const { words, figures, chances } = tagging;
    found = scout.read(words, figures, (at) => chances[at] !== undefined);
    scouted.set(tagging, found);
  }
  return found;
};

/** Between these the scout does not know whether a word names a child; chosen on held-out authors. */
const SURELY_NOT = 0.03;
const SURELY = 0.97;
/** Between these it does not know whether the whole is aimed at one child. */
const NOT_AIMED = 0.1;
const AIMED = 0.9;

const settledByScout = (
  document: Document,
  tagging: Tagging,
  scout: Scout,
): Reading | undefined => {
  const G = (globalThis as any).GATE ?? {}; const lo = G.lo ?? SURELY_NOT, hi = G.hi ?? SURELY;
  const { who, aim } = scoutedOf(tagging, scout);
  const asksAim = tagging.part === document.body && mayAim(document);
  if (asksAim && aim > (G.alo ?? NOT_AIMED) && aim < (G.ahi ?? AIMED)) return undefined;
  const starts = who.map((labels) => !labels || begins(labels));
  const chances = tagging.chances.map((light, at) =>
    light && who[at] ? blend(byTag(who[at]), light) : light,
  );
  const some = chances.flatMap((one) => (one ? [one[CHILD]!] : []));
  const flagged = G.flag && some.some((one) => one >= hi);
  const isSure = some.every((one) => one <= lo || one >= hi || (flagged && (one <= G.flag || one >= 1 - G.flag)));
  if (!isSure) return undefined;
  const agreed = inCompany(tagging.words, agreeing(tagging.words, chances));
  return { ...tagging, chances: agreed, begins: starts, aimsAtChild: asksAim ? aim : undefined };
};

const settled = new WeakMap<Tagging, Reading | null>();

/** What the scout alone makes of a part, where that is sure enough. */
const findSettled = (document: Document, tagging: Tagging): Reading | undefined => {
  const { scout } = document.tools;
  if (!scout) return undefined;
  let found = settled.get(tagging);
  if (found === undefined) {
    found = settledByScout(document, tagging, scout) ?? null;
    settled.set(tagging, found);
  }
  return found ?? undefined;
};

/** Whether the light tier and the scout leave something open in a part. */
export const isAsked = (document: Document, tagging: Tagging): boolean =>
  isUnsettled(document, tagging) && !findSettled(document, tagging);

/** Every part as the surest reader at hand reads it: the encoder only what the others leave open. */
export const readings: Detector<Reading> = (document) => {
  const { encoder } = document.tools;
  return document.facts(taggings).map((tagging) => {
    const light = { ...tagging, begins: undefined, aimsAtChild: undefined };
    if (encoder === null || !isUnsettled(document, tagging)) return light;
    return (
      findSettled(document, tagging) ?? (encoder ? read(document, tagging, encoder) : light)
    );
  });
};

/** Whether the light tier leaves something of this post open, which the scout may settle. */
export const wantsScout = (document: Document): boolean =>
  document.facts(taggings).some((tagging) => isUnsettled(document, tagging));

/** Whether the encoder would be asked about this post. */
export const wantsEncoder = (document: Document): boolean =>
  document.facts(taggings).some((tagging) => isAsked(document, tagging));
