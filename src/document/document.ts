import type { AccountKind } from '../core/policy.ts';
import { isAccountKind } from '../core/policy.ts';
import type { Post } from '../core/post.ts';
import type { School } from '../core/school.ts';
import { findAccount } from '../core/school.ts';
import type { PartName, Place, Span } from '../core/span.ts';
import { fold } from './fold.ts';
import type { TextView } from './text-view.ts';
import type { Encoder } from './encoder.ts';
import type { Scout } from './scout.ts';
import type { PhonePlans } from './phones.ts';
import type { TwitterText } from './twitter.ts';

/** Heavy libraries, loaded by the caller only when a post needs them; null: not loaded. */
export interface Tools {
  readonly twitter: TwitterText | null;
  /** Reads what the light tier leaves open; null: there is none, undefined: no post has asked yet. */
  readonly encoder: Encoder | null | undefined;
  /** Settles most of what the light tier leaves open; null: there is none, absent: no post has asked yet. */
  readonly scout?: Scout | null;
  /** Tells real numbers from other figures; null: nobody asks, absent: no post has asked yet. */
  readonly phones?: PhonePlans | null;
  /** Whether the encoder reads every post, not only those whose names it must tell. */
  readonly readsConduct?: boolean;
}

/** One of a post's own strings, folded once. */
export interface Part extends TextView {
  readonly name: PartName;
}

/** Finds facts of one kind. The function itself is the key under which a document keeps them. */
export type Detector<Fact> = (document: Document) => readonly Fact[];

/** Whose voice the post has, resolved against the school's configuration. */
export interface Speaker {
  readonly kind: AccountKind;
  readonly name: string;
  readonly subject?: string;
}

/** A post parsed once: its folded parts, and each fact found at most once. */
export interface Document {
  readonly post: Post;
  readonly school: School;
  readonly speaker: Speaker;
  readonly tools: Tools;
  /** The text first, then each picture's alt text and file name. */
  readonly parts: readonly Part[];
  /** The post's text. */
  readonly body: Part;
  facts<Fact>(detector: Detector<Fact>): readonly Fact[];
  /** The place in the post, in its own offsets, of a span of a part's folded text. */
  place(part: Part, span: Span): Place;
}

const findSpeaker = ({ account }: Post, { accounts }: School): Speaker => {
  if (account === undefined) return { kind: 'school', name: 'school' };
  const known = findAccount(account, accounts);
  if (known) return known;
  const [kind, subject] = account.split(':', 2) as [string, string?];
  return {
    kind: isAccountKind(kind) ? kind : 'school',
    name: account,
    ...(subject !== undefined && { subject: subject.trim() }),
  };
};

const numbers = new WeakMap<Detector<unknown>, number>();
let numbered = 0;

/** Where the facts of a detector stand: a post asks a hundred, too many to make a map for each. */
const numberOf = (detector: Detector<unknown>): number => {
  const known = numbers.get(detector);
  if (known !== undefined) return known;
  numbers.set(detector, numbered);
  numbered += 1;
  return numbered - 1;
};

export const createDocument = (post: Post, school: School, tools: Tools): Document => {
  const part = (name: PartName, source: string): Part => ({ name, ...fold(source) });
  const body = part('text', post.text);
  const parts = [
    body,
    ...post.media.flatMap(({ alt, file }, index) => [
      ...(alt === undefined ? [] : [part(`media[${index}].alt`, alt)]),
      ...(file === undefined ? [] : [part(`media[${index}].file`, file)]),
    ]),
  ];
  const found = new Array<readonly unknown[] | undefined>(numbered);
  const document: Document = {
    post,
    school,
    speaker: findSpeaker(post, school),
    tools,
    parts,
    body,
    facts<Fact>(detector: Detector<Fact>) {
      const number = numberOf(detector);
      return (found[number] ??= detector(document)) as readonly Fact[];
    },
    place: ({ name, toSource }, span) => ({ part: name, span: toSource(span) }),
  };
  return document;
};

/**
 * The same post at another time, with all that was found in it already. `post` differs in `at` alone,
 * which is why no detector may look at that.
 */
export const atAnotherTime = (document: Document, post: Post): Document => ({ ...document, post });
