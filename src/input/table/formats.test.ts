import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shownRead, textInFile } from '../../../test/support/shown-posts.ts';
import { INPUT_FORMATS, readPosts } from '../index.ts';
import type { Recognised } from '../reading.ts';
import { TABLE_FORMATS } from './formats/index.ts';
import { TABLE_NAMES } from './names.ts';

const FOLDER = new URL('../../../fixtures/queues/', import.meta.url);

/** A file, how it is recognised, and all that comes of it. */
const FILES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'hootsuite.csv',
    'Hootsuite | its rows have no headings and three columns: the date and time, the message, a link | comma | utf-8 | day-first: 23/11/2026 on line 1',
    [
      '#1 line 1 row 1 | 2026-11-23T08:30Z | 1:19 "Good morning, Oakfield! Odd socks today." | text 1:19 column B, at 1:1 column A',
      '#2 line 2 row 2 | 2026-11-24T15:45Z | 2:19 doubled "Maple class sang \\"Winter bells\\" in assembly.\\r\\nCome and hear it on Friday." | text 2:19 column B, at 2:1 column A',
      '#3 line 4 row 3 | 2026-11-25T16:00Z | 4:18 "The library is open until five." | text 4:18 column B, at 4:1 column A',
    ],
  ],
  [
    'buffer.csv',
    'Buffer | its headings on line 1 | comma | utf-8 | headings on line 1',
    [
      '#2 line 2 row 2 | 2026-11-23T08:30Z | 2:2 "Our bulbs are up – in November!" | text 2:2 Text, at 2:77 Posting Time, media 2:35 Image URL | {"file":"https://oakfield.example/bulbs.jpg"}',
      '#3 line 3 row 3 | 2026-11-24T17:42Z | 3:1 "The choir sings at Hexley Hall tonight." | text 3:1 Text, at 3:43 Posting Time',
      '#4 line 4 row 4 | unscheduled | 4:1 "No time yet for the thank-you post." | text 4:1 Text',
    ],
  ],
  [
    'sprout.csv',
    'Sprout Social | its headings on line 1 | comma | utf-8 | headings on line 1 | day-first: 23/11/2026 on line 2',
    [
      '#2 line 2 row 2 | 2026-11-23T08:30Z | 2:18 "Odd socks today!" | text 2:18 message_text, at 2:1 date',
      '#3 line 3 row 3 | 2026-11-24T17:42Z | 3:19 "The choir sings tonight, doors at six." | text 3:19 message_text, at 3:1 date, media 3:60 image | {"file":"https://oakfield.example/choir.jpg"}',
    ],
  ],
  [
    'publer.csv',
    'Publer | its headings on line 1 | comma | utf-8 | headings on line 1',
    [
      '#2 line 2 row 2 | 2026-11-23T08:30Z | 2:18 "Odd socks today!" | text 2:18 Text, at 2:1 Date - Intl. format or prompt, media 2:37 Media URL(s) - Separated by comma | {"file":"https://oakfield.example/a.jpg","alt":"Red socks"} | {"file":"https://oakfield.example/b.jpg","alt":"Striped socks"} | thread "#2"',
      '#2.2 line 2 row 2 | 2026-11-23T08:30Z | 2:128 "Whose are the ones with stars?" | text 2:128 Comment(s) - Separated by ||, at 2:1 Date - Intl. format or prompt | thread "#2"',
      '#2.3 line 2 row 2 | 2026-11-23T08:30Z | 2:160 "Answers on Friday." | text 2:128 Comment(s) - Separated by ||, at 2:1 Date - Intl. format or prompt | thread "#2"',
      '#3 line 3 row 3 | 2026-11-24T17:42Z | 3:18 "The choir sings tonight." | text 3:18 Text, at 3:1 Date - Intl. format or prompt',
      '#5 line 5 row 5 | unscheduled | 5:2 "Thank you to all who helped." | text 5:2 Text',
      'problem 4:1 no date and time can be read here: write it as 2026-11-23 17:42, or leave the cell empty',
    ],
  ],
  [
    'publer-old.csv',
    'Publer (before 2025) | its headings on line 1 | comma | utf-8 | headings on line 1',
    [
      '#2 line 2 row 2 | 2026-11-23T08:30Z | 2:18 "Odd socks today!" | text 2:18 Message, at 2:1 Date, media 2:36 Media | {"file":"https://oakfield.example/a.jpg"}',
      '#3 line 3 row 3 | 2026-11-24T17:42Z | 3:18 "The choir sings tonight." | text 3:18 Message, at 3:1 Date',
    ],
  ],
  [
    'socialpilot.csv',
    'SocialPilot | its rows have no headings and seven columns: the text, the address of a picture, the date and time, the account, a first comment, tags, a link | comma | utf-8',
    [
      '#1 line 1 row 1 | 2026-11-23T08:30Z | 1:1 "Odd socks today!" | text 1:1 column A, at 1:50 column C, media 1:18 column B | {"file":"https://oakfield.example/a.jpg"} | thread "#1"',
      '#1.2 line 1 row 1 | 2026-11-23T08:30Z | 1:77 "Whose are the ones with stars?" | text 1:77 column E, at 1:50 column C | thread "#1"',
      '#2 line 2 row 2 | 2026-11-24T17:42Z | 2:1 "The choir sings tonight." | text 2:1 column A, at 2:27 column C',
      '#3 line 3 row 3 | 2026-11-25T12:05Z | 3:2 "Bring a friend, or two." | text 3:2 column A, at 3:29 column C',
    ],
  ],
  [
    'metricool.csv',
    'Metricool | its headings on line 1 | comma | utf-8 | headings on line 1',
    [
      '#2 line 2 row 2 | 2026-11-23T08:30Z | 2:1 "Odd socks today!" | text 2:1 Text, at 2:18 Date, media 2:101 Picture Url 1 | {"file":"https://oakfield.example/a.jpg","alt":"Red socks"} | {"file":"https://oakfield.example/b.jpg","alt":"Striped \\"zebra\\" socks"} | networks ["facebook","x","bluesky"] | thread "#2"',
      '#2.2 line 2 row 2 | 2026-11-23T08:30Z | 2:223 "Whose are the ones with stars?" | text 2:223 First Comment Text, at 2:18 Date | networks ["facebook","x","bluesky"] | thread "#2"',
      '#3 line 3 row 3 | 2026-11-24T17:42Z | 3:1 "The choir sings tonight." | text 3:1 Text, at 3:26 Date | networks ["google","threads"]',
      '#4 line 4 row 4 | 2026-11-25T09:00Z | nowhere "" | at 4:2 Date, media 4:87 Picture Url 1 | {"file":"https://oakfield.example/c.jpg","alt":"The hall with empty chairs"} | networks ["instagram"]',
    ],
  ],
  [
    'vista-social.csv',
    'Vista Social | its headings on line 1 | comma | utf-8 | headings on line 1',
    [
      '#2 line 2 row 2 | 2026-11-23T08:30Z | 2:1 "Odd socks today!" | text 2:1 message, at 2:24 time',
      '#3 line 3 row 3 | 2026-11-24T17:42Z | 3:1 "The choir sings tonight." | text 3:1 message, at 3:62 time',
    ],
  ],
  [
    'highlevel.csv',
    'HighLevel | its headings on line 1 | comma | utf-8 | headings on line 1 | month-first: its scheduler writes them so',
    [
      '#2 line 2 row 2 | 2026-11-23T08:30Z | 2:21 "Odd socks today!" | text 2:21 content, at 2:1 postAtSpecificTime (YYYY-MM-DD HH:mm:ss), media 2:40 imageUrls | {"file":"https://oakfield.example/a.jpg"} | {"file":"https://oakfield.example/b.jpg"}',
      '#3 line 3 row 3 | 2026-11-04T17:42Z | 3:17 "The choir sings tonight." | text 3:17 content, at 3:1 postAtSpecificTime (YYYY-MM-DD HH:mm:ss), media 3:75 videoUrls | {"file":"https://oakfield.example/choir.mp4"}',
      '#4 line 4 row 4 | unscheduled | 4:2 "A draft without a day." | text 4:2 content',
      'date-order 3:1 11/4/2026 reads both ways: the dates of this file are taken month first (to say otherwise, set queue: dates: in policy-lint.yaml)',
    ],
  ],
  [
    'socialpatra.csv',
    'SocialPatra | its headings on line 1 | comma | utf-8 | headings on line 1',
    [
      '#2 line 2 row 2 | 2026-11-23T08:30Z | 2:1 "Odd socks today!" | text 2:1 content, at 2:43 scheduledAt, media 2:64 mediaUrls | {"file":"https://oakfield.example/a.jpg"} | networks ["x","facebook"]',
      '#3 line 3 row 3 | 2026-07-01T17:42Z | 3:1 "The choir sings tonight." | text 3:1 content, at 3:38 scheduledAt | networks ["linkedin"]',
    ],
  ],
  [
    'magicsync.csv',
    'MagicSync | its headings on line 1 | comma | utf-8 | headings on line 1',
    [
      '#2 line 2 row 2 | 2026-11-23T08:30Z | 2:1 "Odd socks today!" | text 2:1 content, at 2:49 scheduled_time, media 2:18 image_url | {"file":"https://oakfield.example/a.jpg"} | thread "#2"',
      '#2.2 line 2 row 2 | 2026-11-23T08:30Z | 2:70 "Whose are the ones with stars?" | text 2:70 comments, at 2:49 scheduled_time | thread "#2"',
      '#2.3 line 2 row 2 | 2026-11-23T08:30Z | 2:102 "Answers on Friday." | text 2:70 comments, at 2:49 scheduled_time | thread "#2"',
      '#3 line 3 row 3 | 2026-11-24T17:42Z | 3:1 "The choir sings tonight." | text 3:1 content, at 3:27 scheduled_time',
    ],
  ],
  [
    'ayrshare.csv',
    'Ayrshare | its headings on line 1 | comma | utf-8 | headings on line 1',
    [
      '#2 line 2 row 2 | 2026-11-23T08:30Z | 2:1 "Odd socks today!" | text 2:1 post, at 2:79 scheduleDate, media 2:48 mediaUrls | {"file":"https://oakfield.example/a.jpg"} | networks ["x","instagram"]',
      '#3 line 3 row 3 | 2026-11-24T17:42Z | 3:1 "The choir sings tonight." | text 3:1 post, at 3:35 scheduleDate | networks ["bluesky"]',
    ],
  ],
  [
    'postfast.csv',
    'PostFast | its headings on line 1 | comma | utf-8 | headings on line 1',
    [
      '#2 line 2 row 2 | 2026-11-23T08:30Z | 2:1 "Odd socks today!" | text 2:1 content, at 2:18 scheduled_at',
      '#3 line 3 row 3 | 2026-07-01T16:42Z | 3:1 "The choir sings tonight." | text 3:1 content, at 3:26 scheduled_at',
    ],
  ],
  [
    'postcron.csv',
    'Postcron | its rows have no headings and eight columns: the text, year, month, day, hour, minute, a picture, a link | comma | utf-8',
    [
      '#1 line 1 row 1 | 2026-11-23T08:30Z | 1:1 "Odd socks today!" | text 1:1 column A, at 1:18 column B, media 1:34 column G | {"file":"https://oakfield.example/a.jpg"}',
      '#2 line 2 row 2 | 2026-11-24T17:42Z | 2:2 "The choir sings tonight, doors at six." | text 2:2 column A, at 2:42 column B',
    ],
  ],
  [
    'friends-me.csv',
    'Friends+Me | its rows have no headings and eight columns: day, month, year, hour, minute, the text, a picture, a link | semicolon | utf-8',
    [
      '#1 line 1 row 1 | 2026-11-23T08:30Z | 1:19 "Odd socks; today!" | text 1:19 column F, at 1:1 column A, media 1:39 column G | {"file":"https://oakfield.example/a.jpg"}',
      '#2 line 2 row 2 | 2026-11-24T17:45Z | 2:19 "The choir sings tonight." | text 2:19 column F, at 2:1 column A',
    ],
  ],
  [
    'planner.csv',
    'a table with headings | its headings on line 4 | comma | utf-8 | headings on line 4 | day-first: 23/11/2026 on line 5',
    [
      '#5 line 5 row 5 | 2026-11-23T08:30Z | 5:22 "Odd socks today!" | text 5:22 WORDING, at 5:4 Date, media 5:39 Picture | {"file":"socks.jpg","alt":"Feet in odd socks"} | account "@OakfieldSchool"',
      '#6 line 6 row 6 | 2026-11-24T17:42Z | 6:23 "The choir sings tonight." | text 6:23 WORDING, at 6:4 Date | account "Oakfield Science" | event "concert"',
    ],
  ],
  [
    'twitter-planner.tsv',
    'a table with headings | its headings on line 1 | tab | utf-8 | headings on line 1 | day-first: 23.11.26 on line 2',
    [
      '#2 line 2 row 2 | 2026-11-23T08:30Z | 2:16 "Odd socks today!" | text 2:16 Tweet, at 2:1 Date/Time',
      '#3 line 3 row 3 | 2026-11-24T17:42Z | 3:16 "Thank you for having us." | text 3:16 Tweet, at 3:1 Date/Time, reply 3:41 Reply to | replyTo "HexleyHall"',
    ],
  ],
  [
    'bars.csv',
    'a table with headings | its headings on line 1 | bar | utf-8 | headings on line 1',
    [
      '#2 line 2 row 2 | 2026-11-23T08:30Z | 2:18 "Odd socks, today!" | text 2:18 text, at 2:1 date',
      '#3 line 3 row 3 | 2026-11-24T12:00Z | 3:9 "The choir sings at noon." | text 3:9 text, at 3:1 date',
    ],
  ],
  [
    'sep.csv',
    'a table with headings | its headings on line 2 | semicolon | utf-8 | headings on line 2',
    [
      '#2 line 3 row 2 | 2026-11-23T08:30Z | 3:18 "Odd socks, today!" | text 3:18 text, at 3:1 date',
    ],
  ],
  [
    'own-headings.csv',
    '',
    [
      'problem 1:- no column of this table is known to hold the text of posts (there are “Wann”, “Beitrag”, “Bild”): rename one to “text”, or name it in policy-lint.yaml (queue: columns: text: …)',
    ],
  ],
];

const inWords = ({ format, because, delimiter, encoding, headerLine, dates }: Recognised): string =>
  [
    ...[format, because, delimiter, encoding],
    ...(headerLine === undefined ? [] : [`headings on line ${headerLine}`]),
    ...(dates ? [`${dates.order}: ${dates.because}`] : []),
  ].join(' | ');

const read = async (file: string, format?: string) => {
  const bytes = readFileSync(new URL(file, FOLDER));
  const told: Recognised[] = [];
  const posts = await readPosts(bytes, file, {
    timezone: 'Europe/London',
    tell: (recognised) => told.push(recognised),
    ...(format !== undefined && { format }),
  });
  return { posts, told, content: bytes.toString('utf8').replace(/^\uFEFF/u, '') };
};

describe('tables of posts', () => {
  it.each(FILES)('are read as their scheduler writes them: %s', async (file, recognised, shown) => {
    const { posts, told, content } = await read(file);
    expect(shownRead(posts)).toEqual(shown);
    expect(told.map(inWords)).toEqual(recognised === '' ? [] : [recognised]);
    for (const post of posts.value) {
      if (post.text !== '') expect(textInFile(content, post)).toBe(post.text);
    }
  });

  it('have a fixture for each format, which reads the same when it is asked for by name', async () => {
    expect([...TABLE_FORMATS.map(({ name }) => name), 'csv'].toSorted()).toEqual(
      TABLE_NAMES.toSorted(),
    );
    expect(INPUT_FORMATS).toEqual(expect.arrayContaining([...TABLE_NAMES, 'draft', 'postiz']));
    for (const { name } of TABLE_FORMATS) {
      const file = `${name}.csv`;
      expect(FILES.map(([one]) => one)).toContain(file);
      const [guessed, asked] = [await read(file), await read(file, name)];
      expect(shownRead(asked.posts)).toEqual(shownRead(guessed.posts));
      expect(asked.told).toEqual([{ ...guessed.told[0], because: 'it was asked for' }]);
    }
  });

  it('tell how each column is read', async () => {
    const [told] = (await read('planner.csv')).told;
    expect(told?.columns?.map(({ name, as }) => `${name}: ${as}`)).toEqual([
      'Week: null',
      'Date: date',
      'Time: time',
      'WORDING: text',
      'Picture: media',
      'Alt_Text: alt',
      'Posted as: account',
      'Event: event',
    ]);
    const metricool = (await read('metricool.csv')).told[0]?.columns ?? [];
    expect(metricool.filter(({ name }) => name === 'GBP')).toEqual([
      { name: 'GBP', as: 'network:google' },
    ]);
  });
});
