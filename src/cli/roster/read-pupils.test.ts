import { describe, expect, it } from 'vitest';
import type { Mapping } from './columns.ts';
import { readPupils } from './read-pupils.ts';

const read = (text: string, mapping?: Mapping) => readPupils(text, 'pupils.csv', mapping);
const pupilsOf = (text: string, mapping?: Mapping) => {
  const found = read(text, mapping);
  return 'problem' in found
    ? found.problem.message
    : found.pupils.map(({ given, surnames }) => `${given.join('/')} ${surnames.join('/')}`.trim());
};

describe('readPupils', () => {
  it.each([
    ['commas', 'Forename,Surname\nTadhg,O’Quill\n', ['Tadhg O’Quill']],
    ['semicolons', 'Surname;First Name;DOB\nNowak;Maja;2018\n', ['Maja Nowak']],
    ['tabs', 'UPN\tGiven name\tFamily name\n1\tMaja\tNowak', ['Maja Nowak']],
    [
      'legal and preferred names',
      'Legal Forename,Legal Surname,Preferred Forename,Preferred Surname,Year\nAlexander,Thorne,Xan,Thorne-Vale,4\n',
      ['Alexander/Xan Thorne/Thorne-Vale'],
    ],
    ['one column, surname first', 'Pupil name,Reg\n"THORNE, Maja",4B\n', ['Maja THORNE']],
    ['one column, as spoken', 'Year,Name\n4,Maja van der Holt\n', ['Maja van der Holt']],
    ['a name beside a surname', 'Name,Surname\nMaja,Nowak\n', ['Maja Nowak']],
    ['names in brackets', 'Forename,Surname\nAlexander (Xan),Thorne\n', ['Alexander/Xan Thorne']],
    ['signs for nothing', 'Forename,Known as,Surname\nMaja,n/a,TBC\n', ['Maja']],
    [
      'titles, dates and blank lines above',
      'Class list for Year 4,,\nPrinted 04/09/2026,,\n\n,,\nReg,Forename,Surname\n4B,Maja,Nowak\n',
      ['Maja Nowak'],
    ],
    ['a name over two lines', 'Forename,Surname\n"Maja\nZofia",Nowak\n', ['Maja\nZofia Nowak']],
  ])('reads %s', (_, text, expected) => {
    expect(pupilsOf(text)).toEqual(expected);
  });

  it('accounts for every row', () => {
    const text =
      'Forename,Surname,Year\nMaja,Nowak,4\n,,4\n,,\nMaja,Nowak,4\nForename,Surname,Year\nTadhg,O’Quill,5\n 12 ,-,5\n\n';
    const found = read(text);
    if ('problem' in found) throw new Error(found.problem.message);
    const { pupils, ...counts } = found;
    expect(counts).toEqual({
      rows: 5,
      duplicates: 1,
      nameless: [3, 8],
      empty: 2,
      headings: ['Forename', 'Surname'],
    });
    expect(counts.rows).toBe(pupils.length + counts.duplicates + counts.nameless.length);
  });

  it('takes columns that are named', () => {
    const mapping = [
      { role: 'given', heading: 'vorname' },
      { role: 'surname', heading: 'Nachname' },
    ] as const;
    expect(pupilsOf('Vorname;Nachname;Name\nMaja;Nowak;x\n', mapping)).toEqual(['Maja Nowak']);
    expect(pupilsOf('Year,Vorname\n4,Maja\n', mapping)).toBe(
      'no row of headings holds “vorname” and “Nachname” (there are “Year”, “Vorname”): say which columns hold names with --column given=… and --column surname=…',
    );
  });

  it.each([
    'Tadhg,O’Quill,4B\nMaja,Nowak,4B\n',
    'Will,House,Reg\nMaja,Nowak,4B\n',
    'Zzyx,Quorl\n',
    'Class,Zara\n4B,Maja\n',
    'Year,2018-04-02\n',
    'Tiggy,Thorne,Student\nBarti,Zedworth,Student\n',
  ])('never repeats what may be a pupil’s row: %j', (text) => {
    expect(pupilsOf(text)).toBe(
      'no column is called Forename, First name, Name or the like, and the first row may be a pupil’s, so it is not repeated here: put a row of headings on top, such as Forename,Surname, or say which columns hold names with --column given=… and --column surname=…',
    );
  });

  it('says where a quotation mark is left open, and nothing of the row', () => {
    expect(read('Forename,Surname\nTadhg,O’Quill\n"Maja,Nowak\nZed,Thorne\n')).toEqual({
      problem: {
        file: 'pupils.csv',
        line: 3,
        message:
          'a quotation mark that opens here is never closed: open the list and save it again',
      },
    });
  });

  it('refuses a list of nobody', () => {
    expect(pupilsOf('Forename,Surname\n,\n')).toBe('this list holds no pupils: write one a line');
  });
});
