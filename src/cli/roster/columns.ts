import list from '../data/pupil-columns.txt?raw';
import { entries } from '../../facts/phrase-lines.ts';
import { nameBand, toNameKey } from '../../facts/people/lexicon.ts';
import { toKey } from '../../facts/words.ts';

/** What a column can hold for a list of pupils; preferred and known-as names are given ones too. */
export const ROLES = ['given', 'surname', 'name'] as const;
export type Role = (typeof ROLES)[number];

type Cells = readonly string[];

/** Which columns hold names, by 0-based index. */
export type Columns = Readonly<Record<Role, readonly number[]>>;

/** Columns that somebody named: `given=Vorname`. */
export type Mapping = readonly { readonly role: Role; readonly heading: string }[];

const toHeading = (cell: string): string =>
  toKey(cell)
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const OWNER = /^(?:pupils?|students?|childs?|childrens|learners?) (?=.)/u;

const readList = (): ReadonlyMap<string, Role | 'other'> =>
  new Map(
    entries(list).flatMap((line) => {
      const colon = line.indexOf(': ');
      const role = [...ROLES, 'other' as const].find((one) => one === line.slice(0, colon));
      return role
        ? line
            .slice(colon + 2)
            .split(', ')
            .map((heading) => [heading, role] as const)
        : [];
    }),
  );

let headings: ReturnType<typeof readList> | undefined;

const roleOf = (cell: string): Role | 'other' | undefined => {
  const known = (headings ??= readList());
  // `Forename(s)`, `Name (Legal)`.
  const forms = [cell, cell.replace(/\([^()]*\)/gu, '')].map(toHeading);
  return forms
    .flatMap((heading) => [heading, heading.replace(OWNER, '')])
    .map((heading) => known.get(heading))
    .find(Boolean);
};

const isMapped = (cell: string, { heading }: Mapping[number]): boolean =>
  toHeading(cell) === toHeading(heading) && toHeading(cell) !== '';

/** The columns of a row of headings; undefined where it is none. */
export const readHeadings = (cells: Cells, mapping: Mapping): Columns | undefined => {
  if (mapping.some((one) => !cells.some((cell) => isMapped(cell, one)))) return undefined;
  const at = (role: Role): readonly number[] =>
    [...cells.keys()].filter((column) => {
      const cell = cells[column]!;
      if (mapping.length === 0) return roleOf(cell) === role;
      return mapping.some((one) => one.role === role && isMapped(cell, one));
    });
  const [given, surname, name] = [at('given'), at('surname'), at('name')];
  if (given.length > 0) return { given, surname, name: mapping.length > 0 ? name : [] };
  if (name.length === 0) return undefined;
  return surname.length > 0 ? { given: name, surname, name: [] } : { given, surname, name };
};

/** How many cells of a row read as headings. */
export const countHeadings = (cells: Cells, mapping: Mapping): number =>
  cells.filter((cell) => roleOf(cell) !== undefined || mapping.some((one) => isMapped(cell, one)))
    .length;

/** A pupil may be called Reg or House; nobody is called Surname. */
const isPlainHeading = (cell: string): boolean =>
  roleOf(cell) !== undefined && cell.split(/\s+/u).every((word) => nameBand(toNameKey(word)) === 0);

const mayBeName = (cell: string): boolean =>
  toHeading(cell)
    .split(' ')
    .some((word) => nameBand(word) > 0);

/** Whether a row can be repeated in a message: half of it are headings, and none of it may be a name. */
export const isSafeToShow = (cells: Cells): boolean => {
  const written = cells.filter((cell) => cell.trim() !== '');
  return (
    2 * written.filter(isPlainHeading).length >= written.length &&
    written.every((cell) => isPlainHeading(cell) || !(mayBeName(cell) || /\d|^.{40}/u.test(cell)))
  );
};
