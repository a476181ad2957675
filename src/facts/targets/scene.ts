import type { Span } from '../../core/span.ts';
import type { Detector, Document } from '../../document/document.ts';
import type { AimKind } from '../aims.ts';
import { AIM_KINDS, aims } from '../aims.ts';
import { groups } from '../groups.ts';
import { people } from '../people.ts';
import { sentenceAt, sentences } from '../sentences.ts';

/** What each sentence of a post's text does and to whom, worked out once for all its targets. */
export interface Scene {
  /** Number of the sentence in which a span of the text begins. */
  sentence(span: Span): number;
  /** What the words of one sentence do. */
  readonly kinds: ReadonlyMap<number, ReadonlySet<AimKind>>;
  /** What the whole text does. */
  readonly allKinds: ReadonlySet<AimKind>;
  /** Sentences that name a grown-up or a public or fictional figure. */
  readonly adults: ReadonlySet<number>;
  /** Where the first group of each sentence ends; a word like "pupils" alone is none. */
  readonly groupEnds: ReadonlyMap<number, number>;
}

const buildScene = (document: Document): Scene => {
  const { body, parts } = document;
  const all = document.facts(sentences);
  const sentence = ({ start }: Span): number => sentenceAt(all, parts, body, start);
  const kinds = new Map<number, Set<AimKind>>();
  for (const { part, span, kind } of document.facts(aims)) {
    if (part !== body) continue;
    const at = sentence(span);
    kinds.set(at, (kinds.get(at) ?? new Set()).add(kind));
  }
  const groupEnds = new Map<number, number>();
  for (const { part, span, kind } of document.facts(groups)) {
    if (part !== body || kind === 'staff' || kind === 'pupils') continue;
    const at = sentence(span);
    if (!groupEnds.has(at)) groupEnds.set(at, span.end);
  }
  const adults = document
    .facts(people)
    .filter(({ part, who }) => part === body && who !== 'child')
    .map(({ span }) => sentence(span));
  return {
    sentence,
    kinds,
    allKinds: new Set([...kinds.values()].flatMap((some) => [...some])),
    adults: new Set(adults),
    groupEnds,
  };
};

/** The one scene of a post's text. */
export const scenes: Detector<Scene> = (document) => [buildScene(document)];

const strongest = (kinds: ReadonlySet<AimKind>): AimKind | undefined => {
  const isWarm = kinds.has('praise') || kinds.has('award');
  return AIM_KINDS.find((kind) => kinds.has(kind) && !(kind === 'criticism' && isWarm));
};

/** What the words near a span do: those of its own sentence and the ones beside it, then all. */
export const kindNear = (scene: Scene, span: Span): AimKind | undefined => {
  const own = scene.sentence(span);
  const near = [own - 1, own, own + 1].flatMap((at) => [...(scene.kinds.get(at) ?? [])]);
  return strongest(new Set(near)) ?? strongest(scene.allKinds);
};

/** Whether a class, a team or everybody is spoken to: before the span, or in another sentence. */
export const hasGroupBeside = ({ sentence, groupEnds }: Scene, span: Span): boolean => {
  const own = sentence(span);
  const ownEnd = groupEnds.get(own);
  if (ownEnd !== undefined && ownEnd <= span.start) return true;
  return groupEnds.size > (ownEnd === undefined ? 0 : 1);
};
