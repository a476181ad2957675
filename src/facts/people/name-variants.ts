import list from '../data/name-variants.txt?raw';
import { entries } from '../phrase-lines.ts';

type Names = readonly string[];

interface Variants {
  /** Spellings of one name. */
  readonly alike: ReadonlyMap<string, ReadonlySet<string>>;
  readonly short: ReadonlyMap<string, ReadonlySet<string>>;
}

const put = (to: Map<string, Set<string>>, name: string, other: string): void => {
  const known = to.get(name);
  if (known) known.add(other);
  else to.set(name, new Set([other]));
};

const build = (): Variants => {
  const alike = new Map<string, Set<string>>();
  const short = new Map<string, Set<string>>();
  const longOf = new Map<string, Set<string>>();
  for (const line of entries(list)) {
    const [first = '', ...rest] = line.split(' ');
    const isSpelling = first === '=';
    const name = first.replace(/:$/u, '');
    for (const one of rest) {
      if (!isSpelling) {
        put(short, name, one);
        put(longOf, one, name);
      } else for (const other of rest) put(alike, one, other);
    }
  }
  // A pupil on the list as `josh` may be written out, where only one name has that short form.
  for (const [one, [long, ...others]] of longOf)
    if (long && others.length === 0) put(short, one, long);
  return { alike, short };
};

let variants: Variants | undefined;

/** Short forms and other spellings of a given name, all as name keys. */
export const variantsOf = (key: string): Names => {
  const { alike, short } = (variants ??= build());
  const spelt = [...new Set([key, ...(alike.get(key) ?? [])])];
  const shorter = spelt.flatMap((name) => [...(short.get(name) ?? [])]);
  const found = new Set([
    ...spelt,
    ...shorter,
    ...shorter.flatMap((name) => [...(alike.get(name) ?? [])]),
  ]);
  found.delete(key);
  return [...found];
};
