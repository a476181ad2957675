import type { Place } from '../core/span.ts';
import type { Post } from '../core/post.ts';
import type { PupilList, School } from '../core/school.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import type { TakedownPost } from '../core/takedown.ts';
import type { PartName } from '../core/span.ts';
import { isPupil, pupilsNamed } from '../facts/people/pupils-named.ts';
import { namesIn } from './names.ts';
import type { LoadEncoder } from './tools.ts';
import { FRESH_TOOLS, readDocument } from './tools.ts';

/** A post that names or pictures a pupil of the list. */
export interface Found extends Pick<TakedownPost, 'how' | 'where'> {
  readonly post: Post;
  /** Every child’s name in it: what a report must not repeat. */
  readonly names: readonly Place[];
}

export interface TakedownSettings {
  /** The pupils whose consent was withdrawn. */
  readonly list: PupilList;
  /** What else is known of the school; its own list of pupils is not asked. */
  readonly school?: School;
  readonly loadEncoder?: LoadEncoder;
}

const inPictures = ({ media }: Post, list: PupilList) =>
  media.flatMap(({ people = [] }, index) =>
    people.flatMap(({ name }) => {
      const how = name === undefined ? undefined : isPupil(name, list);
      return how ? [{ how, where: `media[${index}]` as const }] : [];
    }),
  );

/** Finds, one by one, posts that name or picture a pupil of the list. */
export const createTakedown = ({
  list,
  school = UNKNOWN_SCHOOL,
  loadEncoder,
}: TakedownSettings) => {
  const known: School = { ...school, people: { ...school.people, pupils: [], roster: list } };
  let tools = FRESH_TOOLS;
  return async (post: Post): Promise<Found | undefined> => {
    const document = await readDocument(post, known, tools, loadEncoder);
    tools = document.tools;
    const named = pupilsNamed(document, list);
    const pictured = inPictures(post, list);
    if (named.length + pictured.length === 0) return undefined;
    const isFull = named.some(({ how }) => how === 'full');
    const isPictured = pictured.some(({ how }) => how === 'full');
    const where = new Set<TakedownPost['where'][number]>([
      ...named.map(({ part, span }): PartName => document.place(part, span).part),
      ...pictured.map((one) => one.where),
    ]);
    return {
      post,
      how: isFull ? 'full' : isPictured ? 'picture' : 'one',
      where: [...where],
      names: namesIn(document),
    };
  };
};
