import type { Verdict } from '../support/score.ts';
import { SCORE_HEADING, scoreCells, scoreOf } from '../support/score.ts';
import type { LabelledPost } from '../support/school-posts.ts';
import { printMisses, SCHOOL } from '../support/school-posts.ts';
import { printTable, printTitle, share } from '../support/table.ts';
import type { Level, ReadPost } from './found.ts';
import { ALL, isChildFound, isChildLabelled, meets, readPosts, SURE } from './found.ts';

type PostVerdict = Verdict & { readonly post: LabelledPost };

const verdictsOn = (posts: readonly ReadPost[], { counts }: Level): readonly PostVerdict[] =>
  posts.map(({ post, found }) => ({
    post,
    isLabelled: post.flags.includes('child-named'),
    isFound: found.some((one) => isChildFound(one) && counts(one)),
  }));

const rowsOf = (posts: readonly ReadPost[]) =>
  [SURE, ALL].map((level) => [level.name, ...scoreCells(scoreOf(verdictsOn(posts, level)))]);

/** Of those taken for a child at each confidence, how many are one. */
const printCalibration = (posts: readonly ReadPost[]): void => {
  const children = posts.flatMap(({ post, found }) =>
    found
      .filter(isChildFound)
      .filter(
        (one) => !post.people.some((person) => person.kind === 'unclear' && meets(person, one)),
      )
      .map((one) => ({
        confidence: one.confidence,
        isRight: post.people.some((person) => isChildLabelled(person) && meets(person, one)),
        isPerson: post.people.some((person) => meets(person, one)),
      })),
  );
  printTitle('Confidence: of mentions of a child, how many are right');
  printTable(
    ['confidence', 'mentions', 'a child', 'share', 'somebody else', 'nobody'],
    (['certain', 'likely', 'possible'] as const).map((confidence) => {
      const all = children.filter((one) => one.confidence === confidence);
      const right = all.filter(({ isRight }) => isRight).length;
      const people = all.filter(({ isPerson }) => isPerson).length;
      const counts = [people - right, all.length - people].map(String);
      return [confidence, String(all.length), String(right), share(right, all.length), ...counts];
    }),
  );
};

export const printByPost = (posts: readonly ReadPost[], showMisses: boolean): void => {
  printTitle('child-named, by post');
  printTable(['counting', ...SCORE_HEADING], rowsOf(posts));
  if (showMisses) printMisses(verdictsOn(posts, SURE));
  printCalibration(posts);
};

/** The same with every child of the labels on the school's list of pupils. */
export const printWithRoster = async (posts: readonly LabelledPost[]): Promise<void> => {
  const names = posts.flatMap(({ people }) =>
    people
      .filter(({ kind, form }) => kind === 'child' && (form === 'given' || form === 'full'))
      .map(({ text }) => text),
  );
  const pupils = [...new Set(names)];
  const school = { ...SCHOOL, people: { ...SCHOOL.people, pupils } };
  printTitle(`child-named, by post, with the ${pupils.length} pupils of these posts on the roster`);
  printTable(['counting', ...SCORE_HEADING], rowsOf(await readPosts(posts, school)));
};
