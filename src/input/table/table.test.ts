import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownRead, textInFile } from '../../../test/support/shown-posts.ts';
import { readPosts } from '../index.ts';
import type { InputOptions, Recognised } from '../reading.ts';

const FILE = 'queue.csv';

const read = (
  content: string | Uint8Array,
  options: Partial<InputOptions> = {},
  file = FILE,
): ReturnType<typeof readPosts> =>
  readPosts(content, file, { timezone: 'Europe/London', ...options });

const shown = async (
  content: string | Uint8Array | readonly string[],
  options?: Partial<InputOptions>,
): Promise<readonly string[]> =>
  shownRead(
    await read(
      typeof content === 'string' || content instanceof Uint8Array ? content : content.join('\n'),
      options,
    ),
  );
const textsOf = async (content: string | Uint8Array, options?: Partial<InputOptions>) =>
  (await read(content, options)).value.map(({ text }) => text);
const timesOf = async (content: string, options?: Partial<InputOptions>) =>
  (await read(content, options)).value.map(({ at }) =>
    at.kind === 'instant' ? new Date(at.epochMs).toISOString().slice(0, 16) : at.kind,
  );

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle: boolean): Uint8Array =>
  Uint8Array.from(
    Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).flatMap((unit) =>
      isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
    ),
  );
const windows1252 = (text: string): Uint8Array => {
  const special: Readonly<Record<string, number>> = { '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96 };
  return Uint8Array.from([...text].map((letter) => special[letter] ?? letter.charCodeAt(0)));
};

describe('cases from public complaints', () => {
  it('1: a byte order mark does not stick to the first heading', async () => {
    expect(await textsOf(utf8('\uFEFFText,Date\nHi,2026-11-23 17:42\n'))).toEqual(['Hi']);
    expect(await shown(utf8('\uFEFF"Text",Date\nHi,\n'))).toEqual([
      '#2 line 2 row 2 | unscheduled | 2:1 "Hi" | text 2:1 Text',
    ]);
  });

  it('2: Excel’s Windows-1252 and UTF-16 keep every letter', async () => {
    const table = 'date\ttext\r\n2026-11-23 17:42\t“Café’s cakes – £2” Zoë’s treat\r\n';
    const encodings: readonly (readonly [string, Uint8Array])[] = [
      ['windows-1252', windows1252(table)],
      ['utf-16le', utf16(`\uFEFF${table}`, true)],
      ['utf-16be', utf16(`\uFEFF${table}`, false)],
      ['utf-8', utf8(table)],
      ['utf-8', utf8(`\uFEFF${table}`)],
    ];
    for (const [encoding, bytes] of encodings) {
      const told: Recognised[] = [];
      const { value } = await read(bytes, { tell: (one) => told.push(one) });
      expect(value.map(({ text }) => text)).toEqual(['“Café’s cakes – £2” Zoë’s treat']);
      expect(told.map((one) => [one.encoding, one.delimiter])).toEqual([[encoding, 'tab']]);
    }
    const unicodeText = utf16('\uFEFFDate\tMessage\tNotes\r\n23/11/2026\tHi\tok\r\n', true);
    expect(shownRead(await read(unicodeText, {}, 'Book1.txt'))).toHaveLength(1);
  });

  it('3: smart quotes turned straight are a problem where they cut a text short', async () => {
    expect(
      await shown([
        'date,text,link',
        '2026-11-23 17:42,"They sang "Winter bells" to all",',
        '2026-11-24 17:42,"They sang "Winter bells", and left",',
        '2026-11-25 17:42,"They sang "Winter", "Spring" and "Summer" bells, and left",',
        '2026-11-26 17:42,Plain',
      ]),
    ).toEqual([
      '#2 line 2 row 2 | 2026-11-23T17:42Z | 2:18 "\\"They sang \\"Winter bells\\" to all\\"" | text 2:18 text, at 2:1 date',
      '#5 line 5 row 5 | 2026-11-26T17:42Z | 5:18 "Plain" | text 5:18 text, at 5:1 date',
      'problem 3:18 this text ends at a quotation mark within it: write each quotation mark inside a quoted text twice',
      'problem 4:18 this text ends at a quotation mark within it: write each quotation mark inside a quoted text twice',
    ]);
  });

  it('4: rows end in CRLF and cells hold LF', async () => {
    expect(await shown('text,date\r\n"One\nTwo",2026-11-23 17:42\r\nThree,\r\n')).toEqual([
      '#2 line 2 row 2 | 2026-11-23T17:42Z | 2:2 "One\\nTwo" | text 2:2 text, at 3:6 date',
      '#3 line 4 row 3 | unscheduled | 4:1 "Three" | text 4:1 text',
    ]);
    expect(await shown('text,date\rOne,2026-11-23 17:42\r"Two\rlines",\r')).toEqual([
      '#2 line 2 row 2 | 2026-11-23T17:42Z | 2:1 "One" | text 2:1 text, at 2:5 date',
      // Places in a text are counted by line feeds: only the cell is sure.
      '#3 line 3 row 3 | unscheduled | nowhere "Two\\rlines" | text 3:2 text',
    ]);
  });

  it('5: a quotation mark that is never closed costs its row alone', async () => {
    expect(await shown('text,date\nOne,\n"Two,\nThree,\n"Four",\n')).toEqual([
      '#2 line 2 row 2 | unscheduled | 2:1 "One" | text 2:1 text',
      '#4 line 4 row 4 | unscheduled | 4:1 "Three" | text 4:1 text',
      '#5 line 5 row 5 | unscheduled | 5:2 "Four" | text 5:2 text',
      'problem 3:- a quotation mark that opens in this row is never closed: close it, and write each one inside a text twice',
    ]);
  });

  it('6: empty rows are nothing, wherever they stand', async () => {
    expect(await textsOf('text,date,,\n,,,\nOne,,,\n\n,,,\nTwo,,,\n,,,\n,,,\n ,\t,,\n')).toEqual([
      'One',
      'Two',
    ]);
  });

  it('7: a time without an offset is the school’s, one with an offset its own', async () => {
    const table =
      'text,date\nA,2026-07-01 10:00\nB,2026-07-01T10:00Z\nC,2026-07-01T10:00:00+02:00\n';
    const utc = ['2026-07-01T10:00', '2026-07-01T08:00'];
    expect(await timesOf(table)).toEqual(['2026-07-01T09:00', ...utc]);
    expect(await timesOf(table, { timezone: 'UTC' })).toEqual(['2026-07-01T10:00', ...utc]);
  });

  it('8: the hour is right on either side of a clock change', async () => {
    expect(
      await timesOf(
        'text,date\nA,28/03/2026 10:00\nB,29/03/2026 10:00\nC,24/10/2026 10:00\nD,25/10/2026 10:00\n',
      ),
    ).toEqual(['2026-03-28T10:00', '2026-03-29T09:00', '2026-10-24T09:00', '2026-10-25T10:00']);
  });

  it('9: a time that clocks skip or show twice is a notice, and the post is judged', async () => {
    expect(await shown('text,date\nA,2026-03-29 01:30\nB,2026-10-25 01:30\n')).toEqual([
      '#2 line 2 row 2 | 2026-03-29T01:30Z | 2:1 "A" | text 2:1 text, at 2:3 date',
      '#3 line 3 row 3 | 2026-10-25T00:30Z | 3:1 "B" | text 3:1 text, at 3:3 date',
      'clock-change 2:3 clocks in Europe/London skip this time when they go forward: taken as 02:30',
      'clock-change 3:3 clocks in Europe/London show this time twice when they go back: taken as the first of the two',
    ]);
  });

  it('10: words behind a time are no time zone', async () => {
    expect(
      await shown('text,date\nA,2026-11-23 17:42 BST\nB,2026-11-23 17:42 Europe/Lundon\n'),
    ).toEqual([
      'problem 2:3 no date and time can be read here: write it as 2026-11-23 17:42, or leave the cell empty',
      'problem 3:3 no date and time can be read here: write it as 2026-11-23 17:42, or leave the cell empty',
    ]);
  });

  it('21: day and month change places by file', async () => {
    const table = (...dates: readonly string[]) =>
      ['text,date', ...dates.map((date) => `A,${date} 10:00`)].join('\n');
    expect(await timesOf(table('03/04/2026', '13/04/2026'))).toEqual([
      '2026-04-03T09:00',
      '2026-04-13T09:00',
    ]);
    expect(await timesOf(table('03/04/2026', '04/13/2026'))).toEqual([
      '2026-03-04T10:00',
      '2026-04-13T09:00',
    ]);
    expect((await read(table('13/04/2026', '03/04/2026'))).notices).toEqual([]);
    expect((await read(table('05/05/2026'))).notices).toEqual([]);
    expect(await shown(table('03/04/2026', '05/06/2026'))).toEqual([
      '#2 line 2 row 2 | 2026-04-03T09:00Z | 2:1 "A" | text 2:1 text, at 2:3 date',
      '#3 line 3 row 3 | 2026-06-05T09:00Z | 3:1 "A" | text 3:1 text, at 3:3 date',
      'date-order 2:3 03/04/2026 reads both ways: the dates of this file are taken day first (to say otherwise, set queue: dates: in policy-lint.yaml)',
    ]);
    expect(await shown(table('03/04/2026'), { queue: { dates: 'month-first' } })).toEqual([
      '#2 line 2 row 2 | 2026-03-04T10:00Z | 2:1 "A" | text 2:1 text, at 2:3 date',
    ]);
    const mixed = table('13/04/2026', '04/13/2026', '03/04/2026');
    expect(await shown(mixed)).toEqual([
      '#2 line 2 row 2 | 2026-04-13T09:00Z | 2:1 "A" | text 2:1 text, at 2:3 date',
      '#3 line 3 row 3 | 2026-04-13T09:00Z | 3:1 "A" | text 3:1 text, at 3:3 date',
      'problem 4:3 this date reads both ways, and others of this file are written day first and month first: write it as 2026-11-23, or set queue: dates: in policy-lint.yaml',
    ]);
    expect(await timesOf(mixed, { queue: { dates: 'day-first' } })).toEqual([
      '2026-04-13T09:00',
      '2026-04-13T09:00',
      '2026-04-03T09:00',
    ]);
    const against = await read(table('03/04/2026', '04/13/2026'), {
      queue: { dates: 'day-first' },
    });
    expect(against.notices.map(({ kind, line, message }) => `${kind} ${line} ${message}`)).toEqual([
      'date-order 3 04/13/2026 shows that the dates of this file are month first, though policy-lint.yaml says day first (queue: dates:)',
    ]);
  });

  it('22: titles stand above headings, and what looks like a formula is text', async () => {
    expect(
      await shown([
        'Hexley queue,,',
        'made by the office,,',
        'Text,Date,Notes',
        '=SUM(fun),2026-11-23 17:42,007',
        '+44 1632 960000 is our number,,',
        '@OakfieldSchool says hello,,',
        "'-) from all of us,,",
        '#NAME?,2026-11-24 17:42,',
        '#OddSocks,,',
      ]),
    ).toEqual([
      '#4 line 4 row 4 | 2026-11-23T17:42Z | 4:1 "=SUM(fun)" | text 4:1 Text, at 4:11 Date',
      '#5 line 5 row 5 | unscheduled | 5:1 "+44 1632 960000 is our number" | text 5:1 Text',
      '#6 line 6 row 6 | unscheduled | 6:1 "@OakfieldSchool says hello" | text 6:1 Text',
      `#7 line 7 row 7 | unscheduled | 7:1 "'-) from all of us" | text 7:1 Text`,
      '#9 line 9 row 9 | unscheduled | 9:1 "#OddSocks" | text 9:1 Text',
      'problem 8:1 a spreadsheet took this text for a formula and lost it: type it again behind an apostrophe, so that it stays text',
    ]);
  });

  it('26: a text for several networks is one post', async () => {
    expect(
      await shown([
        'text,networks,id',
        'Hi,"Twitter, Facebook Page; LinkedIn",7',
        'Hi,GBP|Mastodon,8',
      ]),
    ).toEqual([
      '7 line 2 row 2 | unscheduled | 2:1 "Hi" | text 2:1 text | networks ["x","facebook","linkedin"]',
      '8 line 3 row 3 | unscheduled | 3:1 "Hi" | text 3:1 text | networks ["google","mastodon"]',
    ]);
  });
});

describe('a table that is not as it should be', () => {
  it('has rows that are too long or too short', async () => {
    expect(
      await shown([
        'date,text,link',
        '2026-11-23 17:42,Hello all, see you,',
        '2026-11-24 17:42,Hello, come along to the fair,https://oakfield.example',
        '2026-11-25 17:42,Hello',
        '2026-11-26 17:42',
        '2026-11-27 17:42,Hello,https://oakfield.example,,,',
      ]),
    ).toEqual([
      '#4 line 4 row 4 | 2026-11-25T17:42Z | 4:18 "Hello" | text 4:18 text, at 4:1 date',
      '#6 line 6 row 6 | 2026-11-27T17:42Z | 6:18 "Hello" | text 6:18 text, at 6:1 date',
      'problem 2:29 here should be a link: if this is the rest of the text, put quotation marks round the whole text',
      'problem 3:1 this row has 4 cells and the table 3 columns: put quotation marks round a text that holds a comma',
      'problem 5:1 this row holds no text and no picture: write the text of the post, or delete the row',
    ]);
  });

  it('lost a column that its scheduler writes', async () => {
    expect(await shown('date,time_24hr,link\n23/11/2026,08:30,\n')).toEqual([
      'problem 1:- this Sprout Social file has no column “message_text” (there are “date”, “time_24hr”, “link”): put it back, or say which column it is in policy-lint.yaml, under queue: columns:',
    ]);
    expect(await shown('Text,Image URL,Tags\nHi,,\n')).toEqual([
      '#2 line 2 row 2 | unscheduled | 2:1 "Hi" | text 2:1 Text',
      'problem 1:- this Buffer file has no column “Posting Time” (there are “Text”, “Image URL”, “Tags”): put it back, or say which column it is in policy-lint.yaml, under queue: columns:',
    ]);
  });

  it('has one heading that is known, that of the text', async () => {
    expect(await textsOf('ref,text,colour\n1,Odd socks today!,blue\n')).toEqual([
      'Odd socks today!',
    ]);
    expect(await textsOf('23/11/2026 08:30,Update,\n24/11/2026 08:30,Odd socks!,\n')).toEqual([
      'Update',
      'Odd socks!',
    ]);
  });

  it('holds nothing to judge', async () => {
    const messages = async (content: string, options?: Partial<InputOptions>) =>
      (await read(content, options)).problems.map(({ message }) => message);
    const nothing =
      'this file holds no posts: write headings such as date,text and a post in each row';
    for (const empty of ['', '\n', ',,,\n,,\n']) expect(await messages(empty)).toEqual([nothing]);
    expect(await messages('Text,Date\n,,\n')).toEqual([
      'this file holds no posts: there are no rows below its headings',
    ]);
    expect(await messages('Hello everyone\nSee you tomorrow\n')).toEqual([
      expect.stringMatching(/^no row of this table holds headings/u),
    ]);
    expect(await messages('Hi,there\nHi,all\n', { format: 'friends-me' })).toEqual([
      'this does not look like a table for Friends+Me, which has no headings and eight columns: day, month, year, hour, minute, the text, a picture, a link: check the file or its format',
    ]);
    expect(await messages('a,b\nHi,\n', { format: 'buffer' })).toEqual([
      'this does not look like a table for Buffer, which has headings, with “Text” and “Posting Time” among them: check the file or its format',
    ]);
  });

  it('never has a cell repeated that may be a name', async () => {
    const lists = [
      'Ada,Lovelace\nAlan,Turing\n',
      'Ada Lovelace\nAlan Turing\n',
      'Ada,Lovelace,4B\nAlan,Turing,4C\n',
    ];
    for (const list of lists) {
      const { problems } = await read(list);
      expect(problems).toHaveLength(1);
      expect(problems[0]!.message).not.toMatch(/Ada|Lovelace|Alan|Turing/u);
    }
    expect(
      (await read('Wording of it,Going out\nHi all of you,2026-11-23 17:42\n')).problems,
    ).toEqual([
      expect.objectContaining({ message: expect.stringContaining('“Wording of it”, “Going out”') }),
    ]);
  });

  it('has dates that no calendar has, times without a date and dates without a time', async () => {
    expect(
      await shown([
        'text,date,time',
        'A,30/02/2026,10:00',
        'B,,10:00',
        'C,23/11/2026,',
        'D,soon,10:00',
        'E,23/11/2026,late',
      ]),
    ).toEqual([
      '#4 line 4 row 4 | unscheduled | 4:1 "C" | text 4:1 text, at 4:3 date',
      'problem 2:3 this date or time does not exist: check the day and the hour',
      'problem 3:4 a time stands here without a date: write it as 2026-11-23 17:42',
      'problem 5:3 no date and time can be read here: write it as 2026-11-23 17:42, or leave the cell empty',
      'problem 6:14 no date and time can be read here: write it as 2026-11-23 17:42, or leave the cell empty',
    ]);
  });
});

describe('a table with time zones', () => {
  it('reads each time in the zone of its row', async () => {
    for (const heading of ['Time Zone', 'Timezone', 'TZ']) {
      expect(
        await shown([
          `Text,Scheduled at,${heading}`,
          'One,2026-12-07 17:30,America/New_York',
          'Two,2026-12-07 17:30,W. Europe Standard Time',
          'Three,2026-12-07 17:30,',
          'Four,2026-12-07 17:30,Mars/Phobos',
          'Five,,Mars/Phobos',
        ]),
      ).toEqual([
        '#2 line 2 row 2 | 2026-12-07T22:30Z | 2:1 "One" | text 2:1 Text, at 2:5 Scheduled at',
        '#3 line 3 row 3 | 2026-12-07T16:30Z | 3:1 "Two" | text 3:1 Text, at 3:5 Scheduled at',
        '#4 line 4 row 4 | 2026-12-07T17:30Z | 4:1 "Three" | text 4:1 Text, at 4:7 Scheduled at',
        '#6 line 6 row 6 | unscheduled | 6:1 "Five" | text 6:1 Text',
        'problem 5:23 nobody knows this time zone: write it as Europe/London, or leave the cell empty for the school’s own',
      ]);
    }
  });
});

describe('a configured table', () => {
  it('has the columns that the configuration names, by heading or letter', async () => {
    const table = 'Wann;Beitrag;Bild;Text\n23.11.2026 08:30;Odd socks;a.jpg;no\n';
    const expected = [
      '#2 line 2 row 2 | 2026-11-23T08:30Z | 2:18 "Odd socks" | text 2:18 Beitrag, at 2:1 Wann, media 2:28 Bild | {"file":"a.jpg"}',
    ];
    expect(
      await shown(table, { queue: { columns: { text: 'beitrag', at: 'WANN', media: 'Bild' } } }),
    ).toEqual(expected);
    expect(await shown(table, { queue: { columns: { text: 'B', at: 'A', media: 'C' } } })).toEqual(
      expected,
    );
    expect(
      await shown('Odd socks,x\nOdder socks,y\n', { queue: { columns: { text: 'A' } } }),
    ).toEqual([
      '#1 line 1 row 1 | unscheduled | 1:1 "Odd socks" | text 1:1 column A',
      '#2 line 2 row 2 | unscheduled | 2:1 "Odder socks" | text 2:1 column A',
    ]);
  });

  it('says which configured heading is nowhere', async () => {
    expect(await shown('text,date\nHi,\n', { queue: { columns: { at: 'Going out' } } })).toEqual([
      '#2 line 2 row 2 | unscheduled | 2:1 "Hi" | text 2:1 text',
      'problem 1:- queue: columns: in policy-lint.yaml names “Going out”, and no heading is called that (there are “text”, “date”)',
    ]);
  });

  it('says of every configured column that is nowhere, whatever the table looks like', async () => {
    const plain = 'Title,Body,Day,Hour\nNews,Choir tonight,23/12/2026,21:00\n';
    const there = '(there are “Title”, “Body”, “Day”, “Hour”)';
    const problem = (name: string) =>
      `problem 1:- queue: columns: in policy-lint.yaml names “${name}”, and no heading is called that ${there}`;
    const columns = { text: 'Body', date: 'Day', time: 'Houre' };
    expect(await shown(plain, { queue: { columns } })).toEqual([
      '#2 line 2 row 2 | unscheduled | 2:6 "Choir tonight" | text 2:6 Body, at 2:20 Day',
      problem('Houre'),
    ]);
    for (const text of ['Bodyy', 'Z', 'F']) {
      expect((await shown(plain, { queue: { columns: { text } } })).at(-1)).toEqual(problem(text));
    }
    const both = await shown(plain, { queue: { columns: { text: 'Body', date: 'Dayy' } } });
    expect(both.filter((line) => line.startsWith('problem'))).toEqual([problem('Dayy')]);
    const other = 'Titel,Beitrag\nNeues,Choir tonight at 9!\n';
    expect(await shown(other, { queue: { columns: { text: 'Beitrg', at: 'Wann' } } })).toEqual([
      'problem 1:- queue: columns: in policy-lint.yaml names “Beitrg”, and no heading is called that (there are “Titel”, “Beitrag”)',
      'problem 1:- queue: columns: in policy-lint.yaml names “Wann”, and no heading is called that (there are “Titel”, “Beitrag”)',
    ]);
    const hootsuite = '23/11/2026 08:30,Odd socks,https://oakfield.example\n';
    expect(await shown(hootsuite, { queue: { columns: { account: 'School' } } })).toEqual([
      '#1 line 1 row 1 | 2026-11-23T08:30Z | 1:18 "Odd socks" | text 1:18 column B, at 1:1 column A',
      'problem -:- queue: columns: in policy-lint.yaml names “School”, and this table has no such column',
    ]);
  });

  it('speaks of no program that nobody named', async () => {
    const table = 'Text,Time,Picture Url 1,Brand name\nHi,08:30,,Hexley\n';
    const said = await shown(table, { queue: { columns: { account: 'Brand name' } } });
    expect(said.find((line) => line.startsWith('problem 1'))).toMatch(
      /^problem 1:- this table has no column “Date”/u,
    );
  });

  it('has the delimiter that the configuration names', async () => {
    expect(await textsOf('text|date\nA, b; c|\n', { queue: { delimiter: '|' } })).toEqual([
      'A, b; c',
    ]);
  });
});

describe('a text without the name of a table', () => {
  const kindOf = async (content: string, file: string, options: Partial<InputOptions> = {}) => {
    const told: Recognised[] = [];
    const { value } = await read(content, { ...options, tell: (one) => told.push(one) }, file);
    return [told[0]?.format, value.length];
  };

  it('is a table only where its headings and its first time leave no doubt', async () => {
    const table = 'date,text\n2026-11-23 17:42,Hi\n,Hello\n';
    for (const file of ['stdin', 'posts.txt', 'posts']) {
      expect(await kindOf(table, file)).toEqual(['a table with headings', 2]);
    }
    expect(await kindOf('Date\tMessage\n23/11/2026 08:30\tHi\n', 'unicode.txt')).toEqual([
      'a table with headings',
      1,
    ]);
    expect(await kindOf('23/11/2026 08:30,Hi\n', 'queue.txt', { format: 'hootsuite' })).toEqual([
      'Hootsuite',
      1,
    ]);
    const drafts = [
      'Text, date, message: all ready.\nSee you, tomorrow',
      'Message, date\nCome along, everyone',
      'Post | text\n\nHello',
      'Text, date',
      '23/11/2026 08:30,Hello everybody\n24/11/2026 08:30,Hello again\n',
      'Date,Text\nand the rest of our day, in pictures\n',
    ];
    for (const draft of drafts) {
      expect(await kindOf(draft, 'draft.txt')).toEqual(['a draft', 1]);
      expect(await kindOf(draft, 'stdin')).toEqual(['a draft', 1]);
    }
    expect(await kindOf(table, 'draft.md')).toEqual(['a draft', 1]);
    expect(await kindOf(table, 'draft.txt', { format: 'draft' })).toEqual(['a draft', 1]);
  });

  it('is JSON on standard input where it starts like it', async () => {
    expect(await kindOf('{"text":"Hi"}', 'stdin')).toEqual(['NDJSON', 1]);
    expect(await kindOf('{"text":"Hi"}\n{"text":"Ho"}\n', 'stdin')).toEqual(['NDJSON', 2]);
    expect(await kindOf('[{"text":"Hi"}]', 'stdin')).toEqual(['a list of posts', 1]);
    expect(await kindOf('{"posts":[{"text":"Hi"}]}', 'stdin')).toEqual(['a list of posts', 1]);
    expect(await kindOf('[Reminder] PE kit', 'stdin')).toEqual(['a draft', 1]);
    expect(await kindOf('{ smile } and wave', 'stdin')).toEqual(['a draft', 1]);
    expect((await read('{"text": "Hi', {}, 'stdin')).problems).toHaveLength(1);
  });
});

describe('every table', () => {
  const OPTIONS = fc.constantFrom<Partial<InputOptions>>(
    {},
    { format: 'csv' },
    { format: 'hootsuite' },
    { format: 'metricool' },
    { queue: { columns: { text: 'A', at: 'B' } } },
    { queue: { columns: { text: 'Nowhere' }, delimiter: ';' } },
  );

  it('holds posts or says why not, whatever the bytes', async () => {
    const pieces = fc.constantFrom(
      ...[
        'text',
        'date',
        'Posting Time',
        'id',
        'alt text',
        ',',
        ',',
        ';',
        '\t',
        '"',
        '""',
        '\n',
        '\n',
        '\r\n',
        '\r',
      ],
      ...[
        '23/11/2026 08:30',
        '04/05/2026',
        '2026-03-29 01:30',
        '46000.5',
        'Hi',
        '#NAME?',
        '||',
        'sep=;',
        '🎉',
        '\uFEFF',
      ],
    );
    const bytes = fc.oneof(
      fc.uint8Array({ size: 'large' }),
      fc.array(pieces, { maxLength: 60 }).map((parts) => utf8(parts.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(bytes, OPTIONS, async (content, options) => {
        const { value, problems, unread } = await read(content, options);
        expect(value.length + unread).toBeGreaterThan(0);
        expect(problems.length).toBeGreaterThanOrEqual(unread);
        expect(new Set(value.map(({ id }) => id)).size).toBe(value.length);
        for (const { line = 1, column = 1 } of problems)
          expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 400 },
    );
  });

  it('gives back the texts that were put into it, each at its place', async () => {
    const text = fc
      .array(fc.constantFrom('Well done', ' 4B', '"', ',', ';', '\n', '’s', ' 🎉', '| ', '\t'), {
        minLength: 1,
        maxLength: 8,
      })
      .map((parts) => `A${parts.join('')}`);
    const style = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      newline: fc.constantFrom('\n', '\r\n'),
      hasBom: fc.boolean(),
      hasTitle: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 6 }),
        style,
        async (texts, one) => {
          const { delimiter, newline, hasBom, hasTitle } = one;
          const quoted = (cell: string): string =>
            cell.includes(delimiter) || /["\n]/u.test(cell)
              ? `"${cell.replaceAll('"', '""')}"`
              : cell;
          const rows = texts.map((each, index) => ['', `2026-11-${10 + index} 08:30`, each, '']);
          const head = ['', 'Date', 'Text', 'Notes'];
          const content = [...(hasTitle ? [['Our posts', '', '', '']] : []), head, ...rows]
            .map((cells) => cells.map(quoted).join(delimiter) + newline)
            .join('');
          const { value, problems } = await read(utf8(`${hasBom ? '\uFEFF' : ''}${content}`), {
            queue: { delimiter: delimiter as ',' },
          });
          expect(problems).toEqual([]);
          expect(value.map((post) => post.text)).toEqual(texts);
          for (const post of value) expect(textInFile(content, post)).toBe(post.text);
        },
      ),
      { numRuns: 200 },
    );
  });
});
