import type { Detector } from '../document/document.ts';
import type { Cue } from './cues.ts';
import { cueDetector } from './cues.ts';

type Bait = 'credential' | 'run' | 'prize' | 'threat';

const cues = cueDetector<Bait | 'act'>('link-bait', {
  telling: ['credential', 'run', 'prize', 'threat'],
  others: ['act'],
});

/** Wording that lures to a link, whether or not there is one; a threat needs something to do about it. */
export const linkBait: Detector<Cue<Bait>> = (document) => {
  const all = document.facts(cues);
  const acts = all.filter(({ kind }) => kind === 'act');
  return all.flatMap((cue) => {
    const { kind } = cue;
    if (kind === 'act') return [];
    const isNear = acts.some(({ sentence }) => Math.abs(sentence - cue.sentence) <= 2);
    return kind !== 'threat' || isNear ? [{ ...cue, kind }] : [];
  });
};
