import type { Confidence } from '../../core/severity.ts';
import type { Detector, Document } from '../../document/document.ts';
import type { Contact } from './contact.ts';
import { nearestCue } from './near.ts';
import type { NumberShape } from './phone-numbers.ts';
import { isDrama, isHelpline, isMobile, isOrganisations, numberShapes } from './phone-numbers.ts';

/** Numbers that need no numbering plan to be told from other figures. */
const isKnown = (number: string): boolean =>
  isMobile(number) || isDrama(number) || isOrganisations(number);

/** Whether a post holds a number that only the numbering plans can settle. */
export const wantsPhones = (document: Document): boolean =>
  document.facts(numberShapes).some(({ number, lacks }) => lacks !== 'area' && !isKnown(number));

/** A reference, a price, a hashtag or a word with digits. */
const LEADS_IN = /[\p{L}\p{N}_@#£$€%]$|\p{N}-$/u;
const GOES_ON = /^[\p{L}_%@]/u;

const isInside = ({ part: { text }, span: { start, end } }: NumberShape): boolean =>
  LEADS_IN.test(text.slice(Math.max(start - 2, 0), start)) ||
  GOES_ON.test(text.slice(end, end + 2));

/** How far words stand that say what a number is. */
const TALK = { before: 40, behind: 40 };

const isNumber = (document: Document, shape: NumberShape): boolean => {
  const { number, isDisguised, lacks } = shape;
  if (isInside(shape)) return false;
  if (lacks !== 'nothing' && !nearestCue(document, shape, ['ring'], TALK)) return false;
  if (lacks === 'area') return nearestCue(document, shape, ['home', 'office']) === 'home';
  const talk = nearestCue(document, shape, ['no-phone', 'ring', 'office', 'home'], TALK);
  if (talk === 'no-phone' && !isDisguised) return false;
  if (isKnown(number)) return true;
  return document.tools.phones?.isAssigned(number) ?? true;
};

/** `Ring Dave on`: a colleague, or a neighbour. */
const GIVEN_NAME =
  /\b(?:ring|call|phone|text|contact|message|tell|ask) \p{Lu}\p{Ll}+(?:'s)? (?:on|at|via|number )?\W*$/iu;
const NAME_REACH = 40;

/** Whose a landline is; a school’s own account seldom gives anybody’s home without saying so. */
const landline = (
  document: Document,
  shape: NumberShape,
): Pick<Contact, 'owner' | 'confidence'> => {
  const near = nearestCue(document, shape, ['home', 'office']);
  if (near === 'office') return { owner: 'office', confidence: 'likely' };
  const { part, span } = shape;
  const before = part.text.slice(Math.max(span.start - NAME_REACH, 0), span.start);
  const isTold = near === 'home' || GIVEN_NAME.test(before);
  const isSure = isTold || document.speaker.kind === 'personal';
  return { owner: 'person', confidence: isSure ? 'likely' : 'possible' };
};

const mobileConfidence = ({ isDisguised, lacks }: NumberShape): Confidence =>
  !isDisguised && lacks === 'nothing' ? 'certain' : 'likely';

const belongs = (document: Document, shape: NumberShape): Pick<Contact, 'owner' | 'confidence'> => {
  const { number } = shape;
  if (isHelpline(number)) return { owner: 'public', confidence: 'certain' };
  if (isMobile(number)) return { owner: 'person', confidence: mobileConfidence(shape) };
  if (isOrganisations(number)) return { owner: 'office', confidence: 'certain' };
  if (number.startsWith('+')) return { owner: 'person', confidence: 'likely' };
  return landline(document, shape);
};

/** Phone numbers, however they are written, and whose they are said to be. */
export const phones: Detector<Contact> = (document) =>
  document
    .facts(numberShapes)
    .filter((shape) => isNumber(document, shape))
    .map((shape) => ({
      part: shape.part,
      span: shape.span,
      kind: 'phone',
      value: shape.number,
      ...belongs(document, shape),
    }));
