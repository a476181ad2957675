import type { Cue } from './cues.ts';
import { cueDetector } from './cues.ts';
import type { Detector } from '../document/document.ts';

/** Words that call the views the writer’s own. */
export const disclaimers: Detector<Cue<'disclaimer'>> = cueDetector('accounts', {
  telling: ['disclaimer'],
  others: [],
});
