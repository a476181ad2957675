import type { Post } from '../../src/core/post.ts';
import type { School } from '../../src/core/school.ts';
import type { Confidence } from '../../src/core/severity.ts';
import type { Span } from '../../src/core/span.ts';
import type { Document } from '../../src/document/document.ts';
import type { PersonMention } from '../../src/facts/people.ts';
import { people } from '../../src/facts/people.ts';
import type { LabelledPerson, LabelledPost } from '../support/school-posts.ts';
import { SCHOOL, toPost } from '../support/school-posts.ts';
import { openPost } from './open.ts';

/** A person found in a post's text, at its place as typed. */
export interface Found extends Span {
  readonly form: PersonMention['form'];
  readonly who: PersonMention['who'];
  readonly confidence: Confidence;
}

export interface ReadPost {
  readonly post: LabelledPost;
  readonly found: readonly Found[];
}

/** Which confidences count: what teachers are told without asking, and all of it. */
export interface Level {
  readonly name: string;
  readonly counts: (found: Found) => boolean;
}
export const SURE: Level = {
  name: 'certain and likely',
  counts: ({ confidence }) => confidence !== 'possible',
};
export const ALL: Level = { name: 'with possible', counts: () => true };

export const foundIn = (document: Document): readonly Found[] =>
  document
    .facts(people)
    .filter(({ part }) => part.name === 'text')
    .map(({ part, span, form, who, confidence }) => ({
      ...document.place(part, span).span,
      form,
      who,
      confidence,
    }));

export const findPeople = async (post: Post, school: School = SCHOOL): Promise<readonly Found[]> =>
  foundIn(await openPost(post, school, 'whole'));

export const readPosts = async (
  posts: readonly LabelledPost[],
  school: School = SCHOOL,
): Promise<readonly ReadPost[]> => {
  const read: ReadPost[] = [];
  for (const [index, post] of posts.entries()) {
    read.push({ post, found: await findPeople(toPost(post, index), school) });
  }
  return read;
};

export const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** Initials alone may be posted. */
export const isChildFound = ({ who, form }: Found): boolean =>
  who === 'child' && form !== 'initials';

export const isChildLabelled = ({ kind, form }: LabelledPerson): boolean =>
  kind === 'child' && form !== 'initials';
