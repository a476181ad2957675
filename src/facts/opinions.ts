import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import { cueDetector } from './cues.ts';

/** A place where the writer gives an opinion of their own. */
export interface Opinion {
  readonly part: Part;
  readonly span: Span;
  /** `belief`: about faith. */
  readonly form: 'opinion' | 'belief';
}

const TELLING = ['opinion', 'belief'] as const;
const OTHERS = ['lesson'] as const;
type Kind = (typeof TELLING)[number] | (typeof OTHERS)[number];

const cues = cueDetector<Kind>('opinions', { telling: TELLING, others: OTHERS });

/** Opinions in the writer's own voice; a lesson in giving opinions holds none. */
export const opinions: Detector<Opinion> = (document) => {
  const all = document.facts(cues);
  if (all.some(({ kind }) => kind === 'lesson')) return [];
  return all.flatMap(({ part, span, kind }) =>
    kind === 'lesson' ? [] : [{ part, span, form: kind }],
  );
};
