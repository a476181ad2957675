import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import type { Cue } from './cues.ts';
import { cueDetector } from './cues.ts';
import { handles } from './handles.ts';
import { people } from './people.ts';

/** A word that comments or followers were taken away; the span counts the part’s folded text. */
export interface ModerationNotice {
  readonly part: Part;
  readonly span: Span;
  readonly givesReason: boolean;
  /** The post tells, or lets guess, whose they were. */
  readonly tellsWho: boolean;
}

const TELLING = ['acted', 'deed'] as const;
const OTHERS = ['object', 'go-on', 'reason', 'withheld', 'who'] as const;
type Kind = (typeof TELLING)[number] | (typeof OTHERS)[number];

const cues = cueDetector<Kind>('moderation', { telling: TELLING, others: OTHERS });

/** What may stand between `blocked` and a handle. */
const NEAR = 12;

/** Deeds that an object in the same sentence, one in the sentence before, or a handle explains. */
const explainedDeeds = (document: Document, all: readonly Cue<Kind>[]): readonly Cue<Kind>[] => {
  const objects = new Set(
    all.filter(({ kind }) => kind === 'object').map(({ sentence }) => sentence),
  );
  const starts = new Set(
    document
      .facts(handles)
      .filter(({ part, isOwn }) => part === document.body && !isOwn)
      .map(({ span }) => span.start),
  );
  const isBeforeHandle = ({ part, span }: Cue<Kind>): boolean =>
    part === document.body &&
    Array.from({ length: NEAR }, (_, step) => span.end + step).some((at) => starts.has(at));
  return all.filter((cue) => {
    if (cue.kind === 'go-on') return objects.has(cue.sentence - 1);
    return cue.kind === 'deed' && (objects.has(cue.sentence) || isBeforeHandle(cue));
  });
};

const namesSomebody = (document: Document): boolean =>
  document.facts(handles).some(({ isOwn }) => !isOwn) || document.facts(people).length > 0;

/** One for each part that speaks of it, where it does so first. */
export const moderationNotices: Detector<ModerationNotice> = (document) => {
  const all = document.facts(cues);
  if (all.length === 0) return [];
  const acted = [...all.filter(({ kind }) => kind === 'acted'), ...explainedDeeds(document, all)];
  if (acted.length === 0) return [];
  const has = (kind: Kind): boolean => all.some((cue) => cue.kind === kind);
  const givesReason = has('reason') && !has('withheld');
  const tellsWho = has('who') || namesSomebody(document);
  const first = new Map<Part, Cue<Kind>>();
  for (const cue of acted) {
    const known = first.get(cue.part);
    if (!known || cue.span.start < known.span.start) first.set(cue.part, cue);
  }
  return [...first.values()].map(({ part, span }) => ({ part, span, givesReason, tellsWho }));
};
