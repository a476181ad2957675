import { toSortedText } from '../sorted-text.ts';
import { FIGURES, namesOf, phrasesOf } from './figures.ts';

const kindOf = new Map<string, string>();
for (const [kind, list] of FIGURES) {
  for (const phrase of namesOf(list).flatMap(phrasesOf)) {
    if (!kindOf.has(phrase)) kindOf.set(phrase, kind);
  }
}

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
