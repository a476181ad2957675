import { pattern } from '../../core/pattern.ts';
import type { Span } from '../../core/span.ts';
import list from '../data/abbreviations.txt?raw';
import lessons from '../data/lesson-initials.txt?raw';
import { wordSet } from '../word-set.ts';
import type { PersonMention } from './person.ts';
import type { Token, TokenLine } from './tokens.ts';
import { isCue } from './cue-words.ts';

const BEFORE =
  /(?:\b(?:by|done|congratulations to|congrats|thanks to|goes to|bravo|go|from|with|is|was|award|to|birthday)|[=–—])[:,]?\s*$/i;
const AFTER =
  /^(?:'s|,? (?:who|aged|in (?:y|year)|from (?:y|year)|made|drew|wrote|read|scored|won|built|painted|said|says|swam|ran|found|told|helped|showed|got|has|had|did|asked|played|baked|planted|learned|learnt|earned|tied)\b|,? ?\(?(?:y|year|class) ?\d|[,)]? ?(?:&|and) [A-Z]\.?[A-Z]\b|, [A-Z]{2,3}\b)/i;
/** `JS`, `ABC`, `J.S.`, `J. S.`; longer runs of capitals are words or institutions. */
const INITIALS = pattern(
  /(?<![\p{L}\p{N}@#.&'-])(?:\p{Lu}\.[- ]?\p{Lu}\.?(?:[- ]?\p{Lu}\.)?|\p{Lu}{2,3})(?![\p{L}\p{N}&-]|\.\p{L})/gu,
);

const isAbbreviation = wordSet(list);
const isOfLessons = wordSet(lessons);

/** Longer runs of letters and stops are none of these. */
const LONGEST = 12;
const LETTERS_BEFORE = /(?<![\p{L}\p{N}])(?:\p{L}\.[- ]?)+$/u;
const LETTERS_AFTER = /^(?:\.?[- ]?\p{L}(?![\p{L}\p{N}]))+/u;

/** Whether the letters of a place, with those that stops tie to them, are `P.E.` or `P.M.`. */
export const isOfLessonsAt = (text: string, { start, end }: Span): boolean => {
  const before = LETTERS_BEFORE.exec(text.slice(Math.max(0, start - LONGEST), start))?.[0] ?? '';
  const after = LETTERS_AFTER.exec(text.slice(end, end + LONGEST))?.[0] ?? '';
  const here = text.slice(start, end);
  return [here, before + here, here + after, before + here + after].some((letters) =>
    isOfLessons(letters.replaceAll(/[. -]/gu, '').toUpperCase()),
  );
};

const NEARBY = ['pupil', 'praise', 'group-word'];

const nameNearby = ({ key }: Token): boolean => NEARBY.some((kind) => isCue(kind, key));

/** Two or three capitals that stand where a child’s name would: `by JS`, `J.S. made this`. */
export const initialsIn = ({ part, tokens, isShouted }: TokenLine): readonly PersonMention[] => {
  if (isShouted) return [];
  const found = [...INITIALS.matchAll(part.text)];
  const hasChildWords = found.length > 0 && tokens.some(nameNearby);
  return found.flatMap(({ index, 0: capitals }) => {
    const before = part.text.slice(Math.max(0, index - 30), index);
    const after = part.text.slice(index + capitals.length, index + capitals.length + 30);
    const letters = capitals.replaceAll(/[. -]/gu, '');
    if (isAbbreviation(letters) || isOfLessons(letters)) return [];
    const isDotted = capitals.includes('.');
    const isPerson = AFTER.test(after) || BEFORE.test(before);
    if (!isPerson || !(isDotted || hasChildWords || AFTER.test(after))) return [];
    return [
      {
        part,
        span: { start: index, end: index + capitals.length },
        form: 'initials',
        who: 'child',
        confidence: 'possible',
        evidence: ['capital letters that stand where a name would'],
      },
    ] satisfies PersonMention[];
  });
};
