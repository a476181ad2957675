import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import { cueDetector } from './cues.ts';

export const UPSETTING_FORMS = ['graphic', 'threat', 'death', 'shaming'] as const;
export type UpsettingForm = (typeof UPSETTING_FORMS)[number];

/** Wording that could upset a reader. */
export interface Upsetting {
  readonly part: Part;
  readonly span: Span;
  readonly form: UpsettingForm;
}

const cues = cueDetector<UpsettingForm | 'gore' | 'context' | 'help'>('upset', {
  telling: [...UPSETTING_FORMS, 'gore'],
  others: ['context', 'help'],
});

/** Remembrance, advice and lessons about dark times speak of blood and death without harm. */
export const upsetting: Detector<Upsetting> = (document) => {
  const all = document.facts(cues);
  const isLesson = all.some(({ kind }) => kind === 'context');
  const isHelp = all.some(({ kind }) => kind === 'help');
  return all.flatMap(({ kind, part, span }): Upsetting[] => {
    if (kind === 'context' || kind === 'help') return [];
    const isDark = kind === 'graphic' || kind === 'gore' || kind === 'death';
    if (isDark && (isLesson || isHelp)) return [];
    if (kind === 'threat' && isLesson) return [];
    return [{ part, span, form: kind === 'gore' ? 'graphic' : kind }];
  });
};
