import list from './heritages.txt?raw';

const parse = (): ReadonlyMap<string, readonly string[]> => {
  const heritages = new Map<string, readonly string[]>();
  for (const line of list.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [heritage = '', names = ''] = line.split(':');
    heritages.set(heritage, [...(heritages.get(heritage) ?? []), ...names.trim().split(' ')]);
  }
  return heritages;
};

/** Given names in lower case without accents, by the heritage they most probably have. */
export const HERITAGES = parse();

const heritageOf = (): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const [heritage, names] of HERITAGES) {
    for (const name of names) {
      const other = found.get(name);
      if (other) throw new Error(`heritages.txt: ${name} stands under ${other} and ${heritage}`);
      found.set(name, heritage);
    }
  }
  return found;
};
const BY_NAME = heritageOf();

/** The name as the list has it: `Siobhán` and `SIOBHAN` are one. */
const keyOf = (given: string): string =>
  given
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '');

export const findHeritage = (name: string): string | undefined => {
  const [given = ''] = name.trim().split(/\s+/u);
  const key = keyOf(given).replace(/[^\p{L}-]/gu, '');
  return BY_NAME.get(key) ?? (/\p{L}-\p{L}/u.test(key) ? 'double-barrelled' : undefined);
};
