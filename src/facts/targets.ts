import type { Confidence } from '../core/severity.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import type { AimKind } from './aims.ts';
import { AIM_KINDS } from './aims.ts';
import { childTargets } from './targets/children.ts';
import { adultTargets, groupTargets } from './targets/others.ts';
import type { Found } from './targets/found.ts';
import type { Scene } from './targets/scene.ts';
import { hasGroupBeside, kindNear, scenes } from './targets/scene.ts';

export const TARGET_KINDS = [...AIM_KINDS, 'spotlight'] as const;
/** `spotlight`: one person's deed or words are shown, with no word of praise or blame. */
export type TargetKind = AimKind | 'spotlight';

/** Whom a post is aimed at, and how; the span counts the part's folded text. */
export interface Target {
  readonly part: Part;
  /** The words that single somebody out. */
  readonly span: Span;
  readonly kind: TargetKind;
  readonly target: 'child' | 'adult' | 'group';
  readonly isNamed: boolean;
  /** A group is spoken to in the same post. */
  readonly withGroup: boolean;
  readonly confidence: Confidence;
  /** Why, in words a teacher understands. Never a name. */
  readonly evidence: readonly string[];
}

const KIND_WORDS: Readonly<Record<TargetKind, string>> = {
  birthday: 'a birthday greeting to',
  criticism: 'criticism of',
  reminder: 'a reminder to',
  award: 'an award or success of',
  praise: 'praise for',
  wishes: 'good wishes for',
  spotlight: 'attention for',
};

type Finder = (document: Document, scene: Scene) => readonly Found[];

const detector =
  (find: Finder): Detector<Target> =>
  (document) =>
    document.facts(scenes).flatMap((scene) =>
      find(document, scene).map(({ who, ...found }) => {
        const kind = kindNear(scene, found.span) ?? 'spotlight';
        return {
          ...found,
          part: document.body,
          kind,
          withGroup: found.target !== 'group' && hasGroupBeside(scene, found.span),
          evidence: [`${KIND_WORDS[kind]} ${who}`],
        };
      }),
    );

/** Whom a post's text is aimed at, by what they are. */
export const targets: Readonly<Record<Target['target'], Detector<Target>>> = {
  child: detector(childTargets),
  adult: detector(adultTargets),
  group: detector(groupTargets),
};
