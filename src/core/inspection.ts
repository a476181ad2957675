import type { NameForm } from './name-forms.ts';
import type { AccountKind } from './policy.ts';
import type { Post } from './post.ts';
import type { Problem } from './problem.ts';
import type { Confidence } from './severity.ts';
import type { Place, Where } from './span.ts';

/** Whom a name belongs to; from `place` on what looks like a name and is nobody's. */
export const WHO = [
  'child',
  'staff',
  'parent',
  'other-adult',
  'public',
  'historical',
  'fictional',
  'unknown',
  'place',
  'organisation',
  'word',
] as const;
export type Who = (typeof WHO)[number];

/** What stands somewhere in a post: offsets into the part that `where` belongs to, as typed. */
interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly where: Where;
}

/** A name, or words that look like one. */
export interface SeenPerson extends Stretch {
  readonly form: NameForm;
  readonly who: Who;
  readonly confidence: Confidence;
  /** Why, in words a teacher understands. Never a name. */
  readonly evidence: readonly string[];
}

/** Somebody whom a post praises, thanks, reminds, tells off or wishes well. */
export interface SeenTarget extends Stretch {
  /** What the post does: `praise`, `birthday`, `criticism` … */
  readonly kind: string;
  readonly target: 'child' | 'adult' | 'group';
  readonly isNamed: boolean;
  /** A class, a team or everybody is spoken to as well. */
  readonly withGroup: boolean;
  readonly confidence: Confidence;
  readonly evidence: readonly string[];
}

/** What a picture shows, and the words that say so, where words do. */
export interface SeenPicture {
  readonly where: Where;
  readonly words: Pick<Stretch, 'text' | 'start' | 'end'> | null;
  readonly kind: string;
  /** The post itself says who can be seen. */
  readonly isDeclared: boolean;
  readonly confidence: Confidence;
  readonly evidence: readonly string[];
}

/** Facts of one shape, in the order in which they are told. */
export const FACT_NAMES = [
  'handles',
  'hashtags',
  'links',
  'groups',
  'aims',
  'timing',
  'events',
  'urgency',
  'notices',
  'channels',
  'tone',
  'upsetting',
  'debate',
  'meetings',
  'invitations',
] as const;
export type FactName = (typeof FACT_NAMES)[number];

export interface SeenFact extends Stretch {
  readonly kind: string;
  readonly evidence: readonly string[];
}

/** Whose voice the post has. */
export interface SeenAccount {
  readonly kind: AccountKind;
  readonly name: string;
  readonly subject?: string;
}

/** All that was found in one post, each list in reading order. */
export interface InspectedPost {
  readonly post: Post;
  /** ISO 8601 with offset; null: unscheduled. */
  readonly at: string | null;
  readonly account: SeenAccount;
  readonly people: readonly SeenPerson[];
  readonly targets: readonly SeenTarget[];
  readonly pictures: readonly SeenPicture[];
  readonly facts: Readonly<Record<FactName, readonly SeenFact[]>>;
  /** Names of children: what a report that leaves the terminal masks. */
  readonly names: readonly Place[];
}

export interface Inspection {
  readonly tool: { readonly name: string; readonly version: string };
  readonly posts: readonly InspectedPost[];
  readonly problems: readonly Problem[];
}
