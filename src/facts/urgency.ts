import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import { uncancelledPhrases } from './cancelled.ts';
import type { Strength } from './strength.ts';
import { withoutOverlaps } from './strength.ts';
import type { Timing } from './timing.ts';
import { newsTiming } from './timing.ts';

export const URGENCY_KINDS = [
  'closure',
  'weather',
  'utility',
  'transport',
  'access',
  'safety',
  'open',
] as const;
export type UrgencyKind = (typeof URGENCY_KINDS)[number];

/** Wording of urgent school news in the text; the span counts the folded text. */
export interface UrgencyWording {
  readonly part: Part;
  readonly span: Span;
  readonly kind: UrgencyKind;
  readonly strength: Strength;
  readonly timing: Timing;
}

const phrases = uncancelledPhrases('urgency');

/** In a lesson, a story or the snow itself these kinds of word are play, not news. */
const PLAYFUL: readonly string[] = ['weather', 'utility', 'safety'];

const kindOf = (heading: string): UrgencyKind | undefined =>
  URGENCY_KINDS.find((kind) => heading.startsWith(`${kind}-`));

const isEvident = (heading: string): boolean => heading.endsWith('-evident');

/**
 * Wording of urgent school news, in reading order and without overlaps. A closure that was planned is no emergency, and news
 * of days long ahead or gone is not urgent. “School is open” counts beside what makes it news.
 */
export const urgency: Detector<UrgencyWording> = (document) => {
  const found = document.facts(phrases);
  const headings = new Set(found.map(({ heading }) => heading));
  if (headings.has('routine')) return [];
  const isLesson = headings.has('lesson');
  const isOfSchool = found.some(({ heading }) => heading === 'operations' || isEvident(heading));
  const news = found.flatMap(({ part, span, heading }): UrgencyWording[] => {
    const kind = kindOf(heading);
    if (!kind || kind === 'open') return [];
    const strength = isEvident(heading) ? 'evident' : 'keyword';
    if (isLesson && PLAYFUL.includes(kind)) return [];
    if (heading.endsWith('-bare') && !isOfSchool) return [];
    return [{ part, span, kind, strength, timing: newsTiming(document, span.start) }];
  });
  const open = news.length > 0 ? found.filter(({ heading }) => heading === 'open-evident') : [];
  return withoutOverlaps([
    ...news,
    ...open.map(({ part, span }): UrgencyWording => ({
      part,
      span,
      kind: 'open',
      strength: 'evident',
      timing: newsTiming(document, span.start),
    })),
  ]);
};
