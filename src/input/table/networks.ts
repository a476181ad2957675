import list from './data/networks.txt?raw';

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const readNames = (): ReadonlyMap<string, string> =>
  new Map(
    list
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .flatMap((line) => {
        const [ours = '', others = ''] = line.split(': ');
        return others.split(', ').map((other): [string, string] => [other, ours]);
      }),
  );

let names: ReturnType<typeof readNames> | undefined;

/** The networks that a cell names, each once; unknown ones in small letters. */
export const networksIn = (cell: string): readonly string[] => {
  names ??= readNames();
  const known = names;
  const all = cell
    .replace(/[[\]"“”]/gu, '')
    .split(/[,;|&\n]/u)
    .map((name) => known.get(plain(name)) ?? name.trim().toLowerCase())
    .filter((name) => name !== '');
  return [...new Set(all)];
};
