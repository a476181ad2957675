import { chance } from '../posts.ts';
import type { LabelledPerson, LabelledPost } from '../support/school-posts.ts';
import { toPost } from '../support/school-posts.ts';
import { printTable, printTitle, share } from '../support/table.ts';
import { ALL, findPeople, isChildFound, meets, SURE } from './found.ts';
import { HERITAGES } from './heritages.ts';

const NAMES = 12;
/** Each carrier takes so many of a heritage's names in turn, so that all of them meet several. */
const NAMES_A_CARRIER = 3;
const OWN = '(names as written)';

interface Carrier {
  readonly post: LabelledPost;
  readonly person: LabelledPerson;
}

const carriersIn = (posts: readonly LabelledPost[]): readonly Carrier[] =>
  posts.flatMap((post) =>
    post.people
      .filter(({ kind, form, text }) => kind === 'child' && form === 'given' && !/\s/u.test(text))
      .map((person) => ({ post, person })),
  );

/** Typed as the name was that it replaces: `Mae-Lin`, `mae-lin`, `MAE-LIN`. */
const typedLike = (own: string, name: string): string => {
  if (own === own.toLowerCase()) return name;
  if (own === own.toUpperCase() && own.length > 1) return name.toUpperCase();
  return name.replace(/(?:^|-)\p{L}/gu, (letter) => letter.toUpperCase());
};

/** The post with another name wherever the labels have this one, and the place of the mention. */
const renamed = ({ post, person }: Carrier, name: string) => {
  const same = post.people
    .filter(({ text }) => text.toLowerCase() === person.text.toLowerCase())
    .sort((a, b) => a.start - b.start);
  let [text, at, start] = ['', 0, 0];
  for (const one of same) {
    text += post.text.slice(at, one.start);
    if (one === person) start = text.length;
    text += typedLike(one.text, name);
    at = one.end;
  }
  return { post: { ...post, text: text + post.text.slice(at) }, start, end: start + name.length };
};

const choose = (names: readonly string[], seed: number): readonly string[] => {
  const next = chance(seed);
  const left = [...names];
  return Array.from(
    { length: Math.min(NAMES, left.length) },
    () => left.splice(next(left.length), 1)[0]!,
  );
};

interface Try {
  readonly name: string;
  readonly isSure: boolean;
  readonly isFound: boolean;
}

const tryOne = async (carrier: Carrier, name: string): Promise<Try> => {
  const place = renamed(carrier, name);
  const found = await findPeople(toPost(place.post, 0));
  const hits = found.filter((one) => isChildFound(one) && meets(one, place));
  return { name, isSure: hits.some(SURE.counts), isFound: hits.length > 0 };
};

/** Names found in fewer than half of their posts, as `grace 3/31`. */
const hardest = (tries: readonly Try[]): string => {
  const names = [...new Set(tries.map(({ name }) => name))].map((name) => {
    const of = tries.filter((one) => one.name === name);
    return { name, sure: of.filter(({ isSure }) => isSure).length, all: of.length };
  });
  return names
    .filter(({ sure, all }) => sure < all / 2)
    .sort((a, b) => a.sure / a.all - b.sure / b.all)
    .map(({ name, sure, all }) => `${name} ${sure}/${all}`)
    .join(', ');
};

const rowOf = (heritage: string, tries: readonly Try[]) => {
  const sure = tries.filter(({ isSure }) => isSure).length;
  const found = tries.filter(({ isFound }) => isFound).length;
  const [recall, withPossible] = [share(sure, tries.length), share(found, tries.length)];
  const cells = [heritage, String(tries.length), recall, withPossible];
  return { heritage, recall: sure / tries.length, cells, hardest: hardest(tries) };
};

/** The same posts with names of every heritage in them: what differs is the name alone. */
export const printCarriers = async (posts: readonly LabelledPost[]): Promise<void> => {
  const carriers = carriersIn(posts);
  const rows: ReturnType<typeof rowOf>[] = [];
  const measure = async (heritage: string, names: readonly string[]): Promise<void> => {
    const tries: Try[] = [];
    for (const [index, carrier] of carriers.entries()) {
      const own = [carrier.person.text.toLowerCase()];
      for (let turn = 0; turn < (names.length === 0 ? 1 : NAMES_A_CARRIER); turn += 1) {
        const name = names[(index * NAMES_A_CARRIER + turn) % names.length] ?? own[0]!;
        tries.push(await tryOne(carrier, name));
      }
    }
    rows.push(rowOf(heritage, tries));
  };
  await measure(OWN, []);
  for (const [index, [heritage, names]] of [...HERITAGES].entries()) {
    await measure(heritage, choose(names, index + 1));
  }
  rows.sort((a, b) => a.recall - b.recall);
  printTitle(
    'Recall by heritage in the same posts, worst first',
    `${carriers.length} mentions of a child by one given name, each replaced by ${NAMES_A_CARRIER} of ${NAMES} names of a heritage in turn (without accents)`,
  );
  printTable(
    ['heritage', 'mentions', SURE.name, ALL.name],
    rows.map(({ cells }) => cells),
  );
  const worst = rows.find(({ heritage }) => heritage !== OWN);
  if (worst) console.log(`  worst: ${worst.heritage}, ${worst.recall.toFixed(3)}`);
  printTitle('Names found in fewer than half of those posts');
  for (const { heritage, hardest: names } of rows) {
    if (heritage !== OWN && names !== '') console.log(`  ${heritage}: ${names}`);
  }
};
