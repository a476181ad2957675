import list from './agreement.txt?raw';
import { entries } from '../../facts/phrases.ts';

let plurals: ReadonlyMap<string, string> | undefined;

/** The plural of a listed verb in the third person: `has` → `have`. */
const listedPlural = (word: string): string | undefined => {
  plurals ??= new Map(entries(list).map((line) => line.split(' ', 2) as [string, string]));
  return plurals.get(word.toLowerCase());
};

const REGULAR: readonly (readonly [RegExp, string])[] = [
  [/(?:s|us|is)s$|^(?:this|his|always|perhaps|yes|its|us|as|'s)$/u, ''],
  [/[^aeiou]ies$/u, 'y'],
  [/(?:ch|sh|ss|x|zz|o)es$/u, ''],
  [/[\p{L}]s$/u, ''],
];

/** The plural of a verb right behind `he`, `she` or a name: `has` → `have`; undefined for other words. */
export const pluralVerb = (word: string): string | undefined => {
  const small = word.toLowerCase();
  const known = listedPlural(small);
  if (known) return known;
  const rule = REGULAR.findIndex(([pattern]) => pattern.test(small));
  if (rule === 1) return `${small.slice(0, -3)}y`;
  if (rule === 2) return small.slice(0, -2);
  return rule === 3 ? small.slice(0, -1) : undefined;
};

const PRONOUNS: Readonly<Record<string, string>> = {
  he: 'they',
  she: 'they',
  "he's": "they've",
  "she's": "they've",
  "he'll": "they'll",
  "she'll": "they'll",
  "he'd": "they'd",
  "she'd": "they'd",
  him: 'them',
  his: 'their',
  hers: 'theirs',
  himself: 'themselves',
  herself: 'themselves',
};

/** `her lunch` but `thank her for`: what follows tells whose it is. */
const isAlone = (after: string): boolean =>
  !/^ [\p{L}\p{N}]/u.test(after) ||
  /^ (?:and|for|to|in|on|at|with|when|while|as|again|today|from|by|about|all|so|but|up|out|back|off|every|this|last|there|here|if|because|into|how|what)\b/u.test(
    after,
  );

const asVerb = (after: string): string =>
  /^ (?:been|got|had|done|made|won|\p{L}+ed)\b/u.test(after) ? "they've" : "they're";

/** The pronoun for several people in place of one for a single child; `after` is the text behind it. */
export const pluralPronoun = (word: string, after: string): string | undefined => {
  const small = word.toLowerCase();
  const plural =
    small === 'her'
      ? isAlone(after)
        ? 'them'
        : 'their'
      : /^s?he's$/u.test(small)
        ? asVerb(after)
        : PRONOUNS[small];
  return plural && inCaseOf(word, plural);
};

/** As the word that it replaces is written: `SHE` → `THEY`. */
export const inCaseOf = (word: string, text: string): string => {
  if (word.length > 1 && word === word.toUpperCase()) return text.toUpperCase();
  return /^\p{Lu}/u.test(word) ? capitalised(text) : text;
};

export const capitalised = (text: string): string =>
  text.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
