import { describe, expect, it } from 'vitest';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { readPeople, readRoster } from './people.ts';

const { pupils: _pupils, ...NONE } = UNKNOWN_SCHOOL.people;

describe('readPeople', () => {
  it('reads lists of names, each name once', () => {
    const text =
      'adults: [Ms Adeyemi, " Mr O’Brien ", Ms Adeyemi]\nhouses:\n  - Attenborough\nmascots: [Ollie the Owl, ""]\n';
    expect(readPeople(text, 'people.yaml')).toEqual({
      value: {
        ...NONE,
        adults: ['Ms Adeyemi', 'Mr O’Brien'],
        houses: ['Attenborough'],
        mascots: ['Ollie the Owl'],
      },
      problems: [],
    });
  });

  it('reports what it does not know, at its place and without a name', () => {
    expect(
      readPeople('adult: [Ms Adeyemi]\nhouses: Attenborough\napproved: [1]\n', 'people.yaml'),
    ).toEqual({
      value: NONE,
      problems: [
        {
          file: 'people.yaml',
          line: 1,
          column: 1,
          message: '“adult” is not known here: did you mean “adults”?',
        },
        {
          file: 'people.yaml',
          line: 2,
          column: 9,
          message: 'houses must be a list of text, not text',
        },
        {
          file: 'people.yaml',
          line: 3,
          column: 12,
          message: 'each entry of approved must be text, not 1',
        },
      ],
    });
  });
});

describe('readRoster', () => {
  it('reads a pupil a line, notes and blanks left out', () => {
    const text =
      '# Year 3\r\nAmira Khan\r\n\r\n  Siôn ap Rhys  # joined in May\nO’Neill-Okafor, Tadhg\nAmira Khan\n#Zed\n';
    expect(readRoster(text, 'pupils.roster')).toEqual({
      value: ['Amira Khan', 'Siôn ap Rhys', 'Tadhg O’Neill-Okafor'],
      problems: [],
    });
  });

  it('refuses a table, and never repeats what is in it', () => {
    const how = 'this line does not look like a name: write one pupil a line, such as Amira Khan';
    expect(
      readRoster('Amira Khan\nTadhg,O’Neill,3B,2018-04-02\nMaja\tNowak\n---\n', 'pupils.roster'),
    ).toEqual({
      value: ['Amira Khan'],
      problems: [2, 3, 4].map((line) => ({ file: 'pupils.roster', line, message: how })),
    });
    expect(readRoster('1;2\n'.repeat(1000), 'pupils.roster').problems).toHaveLength(10);
  });

  it('refuses an empty list', () => {
    expect(readRoster('# nobody yet\n', 'pupils.roster')).toEqual({
      value: [],
      problems: [{ file: 'pupils.roster', message: 'this list holds no pupils: write one a line' }],
    });
  });
});
