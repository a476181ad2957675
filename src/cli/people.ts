import type { Loaded, Problem } from '../core/problem.ts';
import type { KnownPeople } from '../core/school.ts';
import { validateYaml } from '../syntax/validate.ts';
import { peopleSchema } from './config-schema.ts';

type Names = readonly string[];

const written = (names: Names = []): Names => [
  ...new Set(names.map((name) => name.trim()).filter((name) => name !== '')),
];

/** Reads the lists of names in `people.yaml`. */
export const readPeople = (
  text: string,
  file: string,
): Loaded<Omit<KnownPeople, 'pupils' | 'roster'>> => {
  const { value, problems } = validateYaml(peopleSchema, text, file);
  return {
    value: {
      adults: written(value?.adults),
      parents: written(value?.parents),
      visitors: written(value?.visitors),
      figures: written(value?.figures),
      houses: written(value?.houses),
      classes: written(value?.classes),
      places: written(value?.places),
      mascots: written(value?.mascots),
      approved: written(value?.approved),
    },
    problems,
  };
};

/** Signs of a table rather than a name: a column more than “Khan, Amira” has, a digit, a tab. */
const IS_TABLE = /[;\t\d|"]|,.*,/u;
const HOW = 'this line does not look like a name: write one pupil a line, such as Amira Khan';

/** Turns “Khan, Amira” round. */
const inOrder = (name: string): string => {
  const [last = '', first] = name.split(',').map((part) => part.trim());
  return first === undefined || first === '' ? last : `${first} ${last}`;
};

/** Reads a roster: a pupil a line, notes behind `#`. Problems never repeat a line. */
export const readRoster = (text: string, file: string): Loaded<Names> => {
  const names = new Set<string>();
  const problems: Problem[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/u).entries()) {
    const name = line.replace(/(?:^|\s)#.*$/u, '').trim();
    if (name === '') continue;
    if (IS_TABLE.test(name) || !/\p{L}/u.test(name)) {
      problems.push({ file, line: index + 1, message: HOW });
    } else names.add(inOrder(name));
  }
  if (names.size === 0 && problems.length === 0) {
    problems.push({ file, message: 'this list holds no pupils: write one a line' });
  }
  return { value: [...names], problems: problems.slice(0, MAX_PROBLEMS) };
};

/** A table in place of a list goes wrong on every line. */
const MAX_PROBLEMS = 10;
