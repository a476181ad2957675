import { pattern } from '../../core/pattern.ts';
import type { Document } from '../../document/document.ts';
import { groups } from '../groups.ts';
import { people } from '../people.ts';
import type { Found } from './found.ts';
import type { Scene } from './scene.ts';

const GROWN_UP = pattern(
  /\b(?:the|a|one|that|whichever) (?:[\p{L}-]+ ){0,2}?(?:parent|carer|mum|dad|driver|grandparent|teacher|member of staff)(?= who\b| parked\b| that\b)/giu,
);

/** What every match holds: most texts need not be searched, which takes 0.5 ms the first time. */
const MAY_HOLD = / (?:who|parked|that)/;

/** Grown-ups in a sentence that praises, blames or reminds somebody. */
export const adultTargets = (document: Document, { sentence, kinds }: Scene): readonly Found[] => {
  if (kinds.size === 0) return [];
  const { body } = document;
  const named = document
    .facts(people)
    .filter(({ part, who }) => part === body && /^(?:staff|parent|adult)$/u.test(who))
    .map(({ span }) => ({ span, isNamed: true }));
  const unnamed = [
    ...(MAY_HOLD.test(body.text.toLowerCase()) ? GROWN_UP.matchAll(body.text) : []),
  ].map(({ 0: match, index }) => ({
    span: { start: index, end: index + match.length },
    isNamed: false,
  }));
  return [...named, ...unnamed]
    .filter(({ span }) => kinds.has(sentence(span)))
    .map((one) => ({ ...one, target: 'adult', confidence: 'likely', who: 'one grown-up' }));
};

/** Classes, teams and the like in a sentence that praises, blames or reminds. */
export const groupTargets = (document: Document, { sentence, kinds }: Scene): readonly Found[] =>
  document
    .facts(groups)
    .filter(({ part, span }) => part === document.body && kinds.has(sentence(span)))
    .map(({ span }) => ({
      span,
      target: 'group',
      isNamed: false,
      confidence: 'likely',
      who: 'a group',
    }));
