import type { Inspection, Who } from '../../core/inspection.ts';

const NOBODY: readonly Who[] = ['place', 'organisation', 'word'];

/** Whether a name is somebody's. */
export const isSomebody = (who: Who): boolean => !NOBODY.includes(who);

export interface Counts {
  readonly posts: number;
  /** Names, each time that one stands somewhere. */
  readonly people: number;
  readonly children: number;
  readonly problems: number;
}

/** Posts read are posts inspected plus problems. */
export const countsOf = ({ posts, problems }: Inspection): Counts => {
  const all = posts.flatMap(({ people }) => people);
  return {
    posts: posts.length,
    people: all.filter(({ who }) => isSomebody(who)).length,
    children: all.filter(({ who }) => who === 'child').length,
    problems: problems.length,
  };
};
