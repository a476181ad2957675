import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pupilForms, readMark, toPupil } from '../../facts/people/pupil-forms.ts';
import { readRosterFile, writeRoster } from './roster-file.ts';

const KEY = `plk1_${'aB3-xYz_9'.repeat(5).slice(0, 43)}`;
const PHRASE = 'nine purple geese at noon';
const MARKS = pupilForms(['Tadhg O’Quill', 'Maja van der Holt', 'Will Ashdown'].map(toPupil));

const written = writeRoster(MARKS, KEY);
const problemOf = (text: string, key = KEY) => {
  const read = readRosterFile(text, 'pupils.roster', key);
  return 'problem' in read ? read.problem.message : 'none';
};

describe('a roster file', () => {
  it('answers as the list that it was made of, and knows no other form', () => {
    for (const key of [KEY, PHRASE]) {
      const read = readRosterFile(writeRoster(MARKS, key), 'pupils.roster', key);
      if ('problem' in read) throw new Error(read.problem.message);
      for (const [form, mark] of MARKS) expect(read.list.find(form)).toEqual(readMark(mark));
      fc.assert(
        fc.property(fc.string(), (form) => {
          expect(read.list.find(form)).toEqual(readMark(MARKS.get(form) ?? 0));
        }),
      );
    }
  });

  it('holds no form, nor anything that is the same in two of them', () => {
    const again = writeRoster(MARKS, KEY);
    const bodies = [written, again].map((text) => text.slice(text.indexOf('\n\n')));
    const bytes = Buffer.from(bodies[0]!, 'base64').toString('latin1').toLowerCase();
    for (const form of [...MARKS.keys()].filter(({ length }) => length > 3)) {
      expect(written.toLowerCase()).not.toContain(form);
      expect(bytes).not.toContain(form);
    }
    expect(bodies[0]!.split('\n').filter((line) => bodies[1]!.includes(line))).toEqual([
      '',
      '',
      '',
    ]);
  });

  it('survives other line ends', () => {
    expect(problemOf(written.replaceAll('\n', '\r\n'))).toBe('none');
  });

  it.each([
    [
      'another key',
      written,
      'this roster was made with another key: use that key, or build it again with policy-lint roster build',
      PHRASE,
    ],
    [
      'half of it',
      written.slice(0, -200),
      'this roster is cut short: copy it again, or build it again with policy-lint roster build',
    ],
    [
      'half of its head',
      written.slice(0, 180),
      'this roster is damaged: build it again with policy-lint roster build',
    ],
    [
      'more than was written',
      `${written}AAAA`,
      'this roster was changed after it was made: build it again with policy-lint roster build',
    ],
    [
      'fewer pupils by hand',
      written.replace(/^forms \d+/mu, 'forms 2'),
      'this roster was changed after it was made: build it again with policy-lint roster build',
    ],
    [
      'a newer kind',
      written.replace('roster 1', 'roster 2'),
      'a newer policy-lint made this roster: update this one, or build the roster again',
    ],
    [
      'gigabytes to ask for',
      written.replace(/^scrypt 10 8/mu, 'scrypt 30 8'),
      'this roster is damaged: build it again with policy-lint roster build',
    ],
    [
      'large blocks to ask for',
      written.replace(/^scrypt 10 8/mu, 'scrypt 10 999'),
      'this roster is damaged: build it again with policy-lint roster build',
    ],
  ])('is refused with %s', (_, text, message, key = KEY) => {
    expect(problemOf(text, key)).toBe(message);
  });
});
