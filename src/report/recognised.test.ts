import { describe, expect, it } from 'vitest';
import { PLAIN } from './options.ts';
import type { FileRead } from './recognised.ts';
import { recognisedText } from './recognised.ts';

const OPTIONS = { width: 80, reveal: false, paint: PLAIN };

const BUFFER: FileRead = {
  file: 'queue.csv',
  format: 'Buffer',
  because: 'its headings on line 1',
  encoding: 'utf-8',
  delimiter: 'comma',
  headerLine: 1,
  columns: [
    { name: 'Text', as: 'text' },
    { name: 'Posting Time', as: 'at' },
    { name: 'Tags', as: null },
  ],
  dates: { order: 'day first', because: 'line 14 has 25/12/2026' },
  timezone: 'Europe/London',
  posts: 12,
  unscheduled: 2,
  problems: 1,
};

describe('how files are read, in words', () => {
  it('says what was recognised, why, and what each column is', () => {
    expect(recognisedText([BUFFER], OPTIONS)).toBe(
      `queue.csv
  Read as Buffer: its headings on line 1.
  UTF-8 · columns separated by commas · headings on line 1
  Dates: day first, line 14 has 25/12/2026.
  Times without an offset are meant in Europe/London.
    Text          the text of the post
    Posting Time  when it goes out
    Tags          not read
  12 posts, 2 of them without a time, 1 problem
`,
    );
  });

  it('says little of a file that leaves nothing open, and keeps files apart', () => {
    const { file, timezone } = BUFFER;
    const because = 'its name ends in .txt';
    const draft = {
      file,
      format: 'a draft',
      because,
      timezone,
      posts: 1,
      unscheduled: 0,
      problems: 0,
    };
    expect(recognisedText([draft, { ...draft, file: 'b.txt' }], OPTIONS)).toBe(
      `queue.csv
  Read as a draft: its name ends in .txt.
  Times without an offset are meant in Europe/London.
  1 post

b.txt
  Read as a draft: its name ends in .txt.
  Times without an offset are meant in Europe/London.
  1 post
`,
    );
  });

  it('lets no heading steer a terminal or a build', () => {
    const hostile = { ...BUFFER, columns: [{ name: '::error::\u001b[31m', as: null }] };
    const written = recognisedText([hostile], OPTIONS);
    expect(written).not.toContain('\u001b');
    expect(written).not.toMatch(/^\s*::/mu);
  });
});
