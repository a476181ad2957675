import type { Detector, Document } from '../../document/document.ts';
import type { Encoder } from '../../document/encoder.ts';
import { aims } from '../aims.ts';
import { loneChildren } from '../targets/lone-children.ts';
import { encodingsOf } from '../reader/encodings.ts';
import { inCompany } from './company.ts';
import { agreeing, begins, blend, byTag } from './opinions.ts';
import { findSettling } from './settling.ts';
import type { Tagging } from './tagging.ts';
import { isOpen, taggings } from './tagging.ts';

/** The words of a part, by the surest reader that looked at them. */
export interface Reading extends Tagging {
  /** Words that begin a name, where the encoder read the part; the scout knows no more than their looks. */
  readonly begins: readonly boolean[] | undefined;
  /** How probable it is that the part is aimed at one child, where one of them read it. */
  readonly aimsAtChild: number | undefined;
}

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

/** Whether the light tier and the scout leave something open in a part. */
export const isAsked = (document: Document, tagging: Tagging): boolean =>
  isUnsettled(document, tagging) && !findSettling(document, tagging);

/** Every part as the surest reader at hand reads it: the encoder only what the others leave open. */
export const readings: Detector<Reading> = (document) => {
  const { encoder } = document.tools;
  return document.facts(taggings).map((tagging) => {
    const light = { ...tagging, begins: undefined, aimsAtChild: undefined };
    if (encoder === null || !isUnsettled(document, tagging)) return light;
    const settling = findSettling(document, tagging);
    if (settling) return { ...light, ...settling };
    return encoder ? read(document, tagging, encoder) : light;
  });
};

/** Whether the light tier leaves something of this post open, which the scout may settle. */
export const wantsScout = (document: Document): boolean =>
  document.facts(taggings).some((tagging) => isUnsettled(document, tagging));

/** Whether the encoder would be asked about this post. */
export const wantsEncoder = (document: Document): boolean =>
  document.facts(taggings).some((tagging) => isAsked(document, tagging));
