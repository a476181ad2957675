import list from '../data/person-cues.txt?raw';
import { entries } from '../phrase-lines.ts';
import { toSortedText } from '../sorted-text.ts';

const kindsOf = new Map<string, string>();
for (const line of entries(list)) {
  const [kind = '', words = ''] = line.split(': ', 2);
  for (const word of words.split(' ')) {
    const before = kindsOf.get(word);
    kindsOf.set(word, before === undefined ? kind : `${before} ${kind}`);
  }
}

/** The kinds of each cue, worked out when the command is built. */
export default toSortedText(kindsOf);
