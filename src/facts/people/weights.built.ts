import list from '../data/person-weights.txt?raw';
import { entries } from '../phrase-lines.ts';
import { tabbed, toSortedText } from '../sorted-text.ts';
import { toAsciiCue } from './ascii-cue.ts';

/** The tenths of each cue, in a text of one byte a character, worked out when the command is built. */
export default toSortedText(
  new Map(
    entries(list).map((line) => {
      const end = tabbed(line);
      return [toAsciiCue(line.slice(0, end)), line.slice(end + 1)];
    }),
  ),
);
