import { POSTS, readLabelled } from '../support/school-posts.ts';
import { isChildFound, isSame, readPosts, SURE } from './found.ts';

export interface LayerScores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** F1 of the exact places of people of any kind. */
  readonly spans: number;
}

const f1Of = (right: number, found: number, labelled: number): number =>
  (2 * right) / (found + labelled);

/** Posts that name a child, by post, and the places of everybody, on labelled posts. */
export const scores = async (files: readonly string[]): Promise<LayerScores> => {
  const posts = (files.length > 0 ? files : [POSTS]).flatMap(readLabelled);
  const read = await readPosts(posts);
  const named = read.map(({ post, found }) => ({
    isLabelled: post.flags.includes('child-named'),
    isFound: found.some((one) => isChildFound(one) && SURE.counts(one)),
  }));
  const labelled = named.filter(({ isLabelled }) => isLabelled).length;
  const found = named.filter(({ isFound }) => isFound).length;
  const right = named.filter(({ isLabelled, isFound }) => isLabelled && isFound).length;
  const places = read.flatMap(({ found: all }) => all.filter(SURE.counts));
  const people = posts.flatMap((post) => post.people);
  const exact = read.flatMap(({ post, found: all }) =>
    all.filter((one) => SURE.counts(one) && post.people.some((person) => isSame(person, one))),
  );
  return {
    precision: right / found,
    recall: right / labelled,
    f1: f1Of(right, found, labelled),
    spans: f1Of(exact.length, places.length, people.length),
  };
};
