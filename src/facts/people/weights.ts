import { toAsciiCue } from './ascii-cue.ts';
import { sortedTable } from './sorted-list.ts';
import text from './weights.built.ts';

/** Tenths by cue; the line `bias` is what holds without any cue. */
const tenthsOf = sortedTable(text);

/** How probable it is, 0 to 1, that words with these cues name a child. */
export const childProbability = (cues: readonly string[]): number => {
  let tenths = tenthsOf('bias');
  for (const cue of cues) tenths += tenthsOf(toAsciiCue(cue));
  return 1 / (1 + Math.exp(-tenths / 10));
};
