import { cueDetector } from './cues.ts';

/**
 * Wording that pictures are judged by. `mock`: makes fun of whoever is in the picture; `tease`: does so
 * unless the day is one of costumes; `dress`: water, gyms and changing rooms, where clothes are few.
 */
export const pictureCues = cueDetector('picture-rules', {
  telling: ['mock', 'tease', 'dress'],
  others: ['costume', 'grown-up', 'thing'],
});
