import { pattern } from '../../core/pattern.ts';
import type { Span } from '../../core/span.ts';
import type { Detector, Part } from '../../document/document.ts';
import { people } from '../people.ts';
import { wordingDetector } from '../wording.ts';
import { words } from '../words.ts';
import { listedWords } from './noun-mention.ts';

/** One child spoken to or of with no noun at all: "well done young man", "She came last and …". */
export interface SpokenTo {
  readonly part: Part;
  readonly span: Span;
  readonly pointer: 'vocative' | 'pronoun';
  /** Never by itself: the words round it decide. */
  readonly isSure: false;
}

const vocatives = wordingDetector('one-child', { kinds: ['vocative'], longest: 'of-each' });

const PRONOUN = pattern(
  /(?:^|[.!?,\n:] *)((?:she|he)(?:['’]s| (?:was|is|came|has|had|did|got|made|asked|said|dressed|lives|practised|never|ran|sat|read|won|left|took|gave|stood|knows|couldn['’]t|wouldn['’]t|didn['’]t|can|started|wrote|could|would))|please (?:tell|thank) (?:him|her)|(?:his|her) (?:first|very first)|it['’]s (?:hers|his))(?![\p{L}\p{N}])/giu,
);

/** What every match holds: most texts need not be searched, which takes 0.7 ms the first time. */
const MAY_HOLD = /\b(?:s?he|him|hers?|his)\b/;

/** A post about a grown-up, or about somebody who is named, needs no reading between the lines. */
export const spokenTo: Detector<SpokenTo> = (document) => {
  const { body } = document;
  const named = document
    .facts(people)
    .some(({ part, confidence }) => part === body && confidence !== 'possible');
  const all = document.facts(words);
  const isAdults = listedWords(document).some(
    ({ at, value: headings }) => all[at]!.part === body && headings.has('adult'),
  );
  if (named || isAdults) return [];
  return [
    ...document
      .facts(vocatives)
      .filter(({ part }) => part === body)
      .map(({ part, span }) => ({
        part,
        span,
        pointer: 'vocative' as const,
        isSure: false as const,
      })),
    ...[...(MAY_HOLD.test(body.text.toLowerCase()) ? PRONOUN.matchAll(body.text) : [])].map(
      ({ 0: match, 1: words, index }) => {
        const end = index + match.length;
        const span = { start: end - words!.length, end };
        return { part: body, span, pointer: 'pronoun' as const, isSure: false as const };
      },
    ),
  ];
};
