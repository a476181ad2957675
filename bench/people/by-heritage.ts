import { printTable, printTitle, share } from '../support/table.ts';
import type { ReadPost } from './found.ts';
import { ALL, isChildFound, meets, SURE } from './found.ts';
import { findHeritage } from './heritages.ts';

/** Fewer mentions tell nothing. */
const FEWEST = 8;
const FORMS: readonly string[] = ['given', 'full', 'nickname'];
const UNKNOWN = 'no heritage known';

/** How many labelled mentions of a child are found, by the heritage of the given name. */
export const printByHeritage = (name: string, posts: readonly ReadPost[], note: string): void => {
  const mentions = posts.flatMap(({ post, found }) =>
    post.people
      .filter(({ kind, form }) => kind === 'child' && FORMS.includes(form))
      .map((person) => {
        const hits = found.filter((one) => isChildFound(one) && meets(one, person));
        return {
          heritage: findHeritage(person.text) ?? UNKNOWN,
          isSure: hits.some(SURE.counts),
          isFound: hits.length > 0,
        };
      }),
  );
  const known = mentions.filter(({ heritage }) => heritage !== UNKNOWN).length;
  const rows = [...new Set(mentions.map(({ heritage }) => heritage))]
    .map((heritage) => mentions.filter((one) => one.heritage === heritage))
    .filter((of) => of.length >= FEWEST)
    .map((of) => {
      const sure = of.filter(({ isSure }) => isSure).length;
      const found = of.filter(({ isFound }) => isFound).length;
      const cells = [of[0]!.heritage, String(of.length), share(sure, of.length)];
      return { recall: sure / of.length, cells: [...cells, share(found, of.length)] };
    })
    .sort((a, b) => a.recall - b.recall);
  printTitle(
    `Recall by heritage of the given name, worst first: ${name}`,
    note,
    `${known} of ${mentions.length} mentions have a name whose heritage is known (${share(known, mentions.length)}); fewer than ${FEWEST} mentions are not shown`,
  );
  printTable(
    ['heritage', 'mentions', SURE.name, ALL.name],
    rows.map(({ cells }) => cells),
  );
};
