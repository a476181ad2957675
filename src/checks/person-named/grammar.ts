import list from './agreement.txt?raw';
import { entries } from '../../facts/phrases.ts';

let plurals: ReadonlyMap<string, string> | undefined;

/** The plural of a verb in the third person: `has` → `have`; undefined for any other word. */
export const pluralVerb = (word: string): string | undefined => {
  plurals ??= new Map(entries(list).map((line) => line.split(' ', 2) as [string, string]));
  return plurals.get(word.toLowerCase());
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
  !/^ \p{L}/u.test(after) ||
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
  return plural && /^\p{Lu}/u.test(word) ? capitalised(plural) : plural;
};

export const capitalised = (text: string): string =>
  text.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
