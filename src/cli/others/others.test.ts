import { describe, expect, it } from 'vitest';
import { readComments } from './comments.ts';
import { readDirectory } from './directory.ts';

const directory = (text: string) => readDirectory(text, 'accounts.csv');
const problems = (text: string) =>
  directory(text).problems.map(({ line, message }) => `${line} ${message}`);

describe('a directory of accounts', () => {
  it('is read by the names that people give to columns', () => {
    const { value, problems: none } = directory(
      `\uFEFFAccount ID,Screen name,Display name,Description,URL,Type,Reviewed on
1001,@HexleyBakes,Hexley Bakes,"Cakes, and ""more""",https://bakes.example,business,2025-05-01
1002,,,,,Pupil,
,AshgroveSchool,Ashgrove,,,,
`,
    );
    expect(none).toEqual([]);
    expect(value).toEqual([
      {
        id: '1001',
        handle: 'hexleybakes',
        name: 'Hexley Bakes',
        bio: 'Cakes, and "more"',
        website: 'https://bakes.example',
        kind: 'business',
        reason: '2025-05-01',
      },
      { id: '1002', kind: 'Pupil', group: 'pupils' },
      { handle: 'ashgroveschool', name: 'Ashgrove' },
    ]);
  });

  it('may be a JSON object a line, or have other signs between its cells', () => {
    expect(directory('{"id":"1","username":"x","group":"Former pupils"}\n\n').value).toEqual([
      { id: '1', handle: 'x', group: 'leavers' },
    ]);
    expect(directory('id;bio\n1;Baker').value).toEqual([{ id: '1', bio: 'Baker' }]);
    expect(directory('id\tbio\r\n1\tBaker\r\n').value).toEqual([{ id: '1', bio: 'Baker' }]);
  });

  it('tells each line that names nobody, and never repeats it', () => {
    expect(problems('name,bio\nRosa,Baker')).toEqual([
      '1 the first line names no column “id” or “handle”: write what each column holds',
    ]);
    expect(problems('id,name\n1.23E+17,Rosa\n,Ned\n2,Tam')).toEqual([
      '2 a spreadsheet has rounded this id: save the column as text',
      '3 this line names nobody: give it an id or a handle',
    ]);
    expect(problems('{"id":12345678901234567890}\nRosa\n{"id":1}')).toEqual([
      '1 this id is too long for a number: write it in quotes',
      '1 this line names nobody: give it an id or a handle',
      '2 this line is no JSON object: write one a line',
    ]);
    expect(problems('id,name\n1,"Rosa')[0]).toContain('quotation mark');
  });
});

describe('a file of comments', () => {
  it('is read with times of the school’s zone', () => {
    const text = `id,created_at,author,text,closed
10,2025-09-08T10:00,@OakParent21,When?,
11,2025-09-08T09:00:00Z,,,by phone
12,soon,,What?,
`;
    expect(readComments(text, 'c.csv', 'Europe/London')).toEqual({
      value: [
        { id: '10', atMs: Date.UTC(2025, 8, 8, 9), by: 'oakparent21', text: 'When?' },
        { id: '11', atMs: Date.UTC(2025, 8, 8, 9), closed: 'by phone' },
        { id: '12', text: 'What?' },
      ],
      problems: [
        {
          file: 'c.csv',
          line: 4,
          message: 'write the date and time as 2026-11-23T17:42 or 2026-11-23T17:42:00+00:00',
        },
      ],
    });
  });
});
