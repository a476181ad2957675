import list from '../data/known-names.txt?raw';
import { entries } from '../phrase-lines.ts';
import { toSortedText } from '../sorted-text.ts';
import { toNameKey } from './lexicon.ts';

const toPhrase = (name: string): string => {
  const small = name.toLowerCase();
  if (/^[a-z -]+$/.test(small)) return small;
  return toNameKey(name.replace(/'s\b/gu, '').replaceAll('&', '').replace(/\s+/gu, ' '));
};

const kindOf = new Map(
  entries(list).flatMap((line) => {
    const [kind = '', names = ''] = line.split(': ', 2);
    return names.split(', ').map((name) => [toPhrase(name), kind] as const);
  }),
);

/** Behind the kind of a word with which longer phrases begin, if it has a kind. */
const BEGINS = '+';
for (const phrase of [...kindOf.keys()]) {
  const space = phrase.indexOf(' ');
  if (space < 0) continue;
  const first = phrase.slice(0, space);
  const kind = kindOf.get(first) ?? '';
  if (!kind.endsWith(BEGINS)) kindOf.set(first, kind + BEGINS);
}

/** The kind of each phrase, worked out when the command is built. */
export default toSortedText(kindOf);
