import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPosts } from './index.ts';
import type { Recognised } from './reading.ts';

const OPTIONS = { timezone: 'Europe/London' };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const textsOf = async (content: string | Uint8Array, file: string) =>
  (await readPosts(content, file, OPTIONS)).value.map(({ text }) => text);

describe('readPosts', () => {
  it('goes by the end of the file’s name, and takes what it does not know for a draft', async () => {
    const record = '{"text":"Hi"}';
    const read: readonly [string, string, readonly string[]][] = [
      ['a.txt', record, [record]],
      ['a.md', record, [record]],
      ['draft', record, [record]],
      ['.draft', record, [record]],
      ['<stdin>', record, [record]],
      ['notes.v2', record, [record]],
      ['a.NDJSON', record, ['Hi']],
      ['C:\\posts.d\\a.jsonl', record, ['Hi']],
      ['a.json', `[${record}]`, ['Hi']],
      ['a.yaml', `- ${record}`, ['Hi']],
      ['a.yml', `- ${record}`, ['Hi']],
    ];
    for (const [file, content, texts] of read) expect(await textsOf(content, file)).toEqual(texts);
  });

  it('refuses files that are text but no posts', async () => {
    expect(await readPosts('<p>Hi</p>', 'page.html', OPTIONS)).toEqual({
      value: [],
      problems: [
        {
          file: 'page.html',
          message: 'web pages cannot be read: save the text of the post as plain text (.txt)',
        },
      ],
      unread: 1,
      unusedKeys: [],
      notices: [],
    });
  });

  it('does as it is told', async () => {
    const record = '{"text":"Hi"}';
    const named = async (content: string, file: string, format: string) =>
      (await readPosts(content, file, { ...OPTIONS, format })).value.map(({ text }) => text);
    expect(await named(record, 'a.txt', 'ndjson')).toEqual(['Hi']);
    expect(await named(`[${record}]`, 'a.txt', 'json')).toEqual(['Hi']);
    expect(await named(`- ${record}`, 'a.txt', 'yaml')).toEqual(['Hi']);
    expect(await named('text\nHi', 'a.txt', 'csv')).toEqual(['Hi']);
    expect(await named('text\nHi', 'a.csv', 'draft')).toEqual(['text\nHi']);
    expect(await named('text', 'a.html', 'draft')).toEqual(['text']);
  });

  it('says once how a file was recognised', async () => {
    const told = async (content: string | Uint8Array, file: string, format?: string) => {
      const all: Recognised[] = [];
      const tell = (one: Recognised): number => all.push(one);
      await readPosts(content, file, { ...OPTIONS, tell, ...(format !== undefined && { format }) });
      return all;
    };
    const timezone = 'Europe/London';
    expect([
      ...(await told('Hi', 'a.txt')),
      ...(await told(bytes('Hi'), 'draft')),
      ...(await told('{"text":"Hi"}', 'a.jsonl')),
      ...(await told('Hi', 'a.csv', 'draft')),
    ]).toEqual([
      { file: 'a.txt', format: 'a draft', because: 'its name ends in .txt', timezone },
      {
        file: 'draft',
        format: 'a draft',
        because: 'nothing in it says otherwise',
        encoding: 'utf-8',
        timezone,
      },
      { file: 'a.jsonl', format: 'NDJSON', because: 'its name ends in .jsonl', timezone },
      { file: 'a.csv', format: 'a draft', because: 'it was asked for', timezone },
    ]);
  });

  it('decodes bytes first, by themselves or as it is told', async () => {
    expect(await textsOf(bytes('\uFEFF{"text":"Siân"}'), 'a.ndjson')).toEqual(['Siân']);
    const windows = Uint8Array.from([0xa3, 0x35]);
    expect(await textsOf(windows, 'a.txt')).toEqual(['£5']);
    expect((await readPosts(windows, 'a.txt', { ...OPTIONS, encoding: 'utf-8' })).problems).toEqual(
      [expect.objectContaining({ file: 'a.txt', line: 1, column: 1 })],
    );
  });

  const FILES = fc.constantFrom('a.txt', 'a.ndjson', 'a.json', 'a.yaml');
  const hasReasons = async (content: Uint8Array | string, file: string): Promise<void> => {
    const { value, problems, unread } = await readPosts(content, file, OPTIONS);
    // A file is never silently nothing: it holds posts, or says why not.
    expect(value.length + unread).toBeGreaterThan(0);
    expect(problems.length).toBeGreaterThanOrEqual(unread);
    expect(new Set(value.map(({ id }) => id)).size).toBe(value.length);
    for (const { line = 1, column = 1, message } of problems) {
      expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
      expect(message).not.toBe('');
    }
  };

  it('never throws, whatever the bytes, and says why there is no post', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ size: 'large' }), FILES, hasReasons));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', size: 'large' }), FILES, hasReasons),
    );
  });

  it('never throws on text that is nearly right', async () => {
    const pieces = fc.constantFrom(
      ...[
        '---',
        '\n',
        '\r\n',
        '\r',
        ' ',
        '\t',
        'at: ',
        'at',
        ': ',
        '2026-03-29T01:30',
        'text',
        '"',
        '\\',
      ],
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '- ',
        'null',
        'true',
        '1',
        'media',
        'people:',
        '#',
        '&a',
        '*a',
        '🎉',
        '\0',
      ],
      ...[
        '{"text":"Hi"}',
        '\ud83d',
        '\u2028',
        '__proto__',
        '<<: ',
        '? ',
        '!!binary ',
        '|',
        '>',
        '%',
      ],
    );
    const text = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));
    await fc.assert(fc.asyncProperty(text, FILES, hasReasons), { numRuns: 500 });
  });

  it('reads every line of a draft exactly once', async () => {
    const prose = ['---', 'One', '  Two', '', ' ', 'Five 🎉'];
    // What reads as a key is front matter on top of a file, and text everywhere else.
    const drafts = fc.oneof(
      fc.array(fc.constantFrom(...prose)),
      fc.array(fc.constantFrom(...prose, 'Three: four')).map((lines) => ['Zero', ...lines]),
    );
    await fc.assert(
      fc.asyncProperty(drafts, async (lines) => {
        const { value } = await readPosts(lines.join('\n'), 'a.txt', OPTIONS);
        const read = value.flatMap(({ text, origin }) => {
          expect(
            lines
              .slice(origin.textLine! - 1)
              .join('\n')
              .startsWith(text),
          ).toBe(true);
          return text.split('\n');
        });
        const isText = (written: string): boolean => !/^\s*(?:---)?$/u.test(written);
        expect(read.filter(isText)).toEqual(lines.filter(isText));
      }),
    );
  });

  it('counts as many posts as lines that are not blank', async () => {
    const record = fc.constantFrom(
      '{"text":"Hi"}',
      '{"text":""}',
      '{"id":1,"text":"a"}',
      '{',
      '7',
      '',
      ' ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(record), async (lines) => {
        const { value, unread } = await readPosts(lines.join('\n'), 'a.ndjson', OPTIONS);
        const written = lines.filter((text) => text.trim() !== '').length;
        expect(value.length + unread).toBe(Math.max(written, 1));
      }),
    );
  });
});
