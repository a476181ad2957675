import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArchiveFiles } from '../../input/archives/files.ts';
import { ArchiveDamage } from '../../input/archives/files.ts';
import { openArchive } from './open.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'archive-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let made = 0;
const place = (content: Uint8Array): string => {
  made += 1;
  const file = path.join(folder, `${made}.zip`);
  writeFileSync(file, content);
  return file;
};

/** The text of a file, and why it ends where it does. */
const textIn = async (files: ArchiveFiles, inside: string): Promise<string> => {
  let text = '';
  try {
    for await (const chunk of files.open(inside)) text += Buffer.from(chunk).toString('latin1');
  } catch (error) {
    if (!(error instanceof ArchiveDamage)) throw error;
    return `${text}…${error.message}`;
  }
  return text;
};

/** Everything that is in an archive, and what is wrong with it. */
const contentsOf = async (file: string) => {
  const files = await openArchive(file, 'x.zip');
  if ('problem' in files) return { refused: files.problem };
  const texts: Record<string, string> = {};
  for (const inside of files.paths) texts[inside] = await textIn(files, inside);
  files.close();
  return { texts, problems: files.problems.map(({ message }) => message) };
};

const TWO = { 'data/a.js': strToU8('socks'), 'data/b.js': strToU8('boots') };
const BOTH = { 'data/a.js': 'socks', 'data/b.js': 'boots' };

const LIST = 'PK\x01\x02';

/** Changes the entry of a zip’s list of contents that stands at an index. */
const patch = (zip: Uint8Array, index: number, change: (entry: Buffer) => void): Uint8Array => {
  const bytes = Buffer.from(zip);
  let at = bytes.indexOf(LIST, 0, 'latin1');
  for (let skip = 0; skip < index; skip += 1) at = bytes.indexOf(LIST, at + 4, 'latin1');
  change(bytes.subarray(at));
  return bytes;
};

const HARM = 'this zip was made to do harm';

describe('an archive', () => {
  it('may be a zip, a folder or a file', async () => {
    const root = path.join(folder, 'unpacked');
    mkdirSync(path.join(root, 'data'), { recursive: true });
    for (const [name, content] of Object.entries(TWO))
      writeFileSync(path.join(root, name), content);
    expect(await contentsOf(place(zipSync(TWO)))).toEqual({ texts: BOTH, problems: [] });
    expect(await contentsOf(root)).toEqual({ texts: BOTH, problems: [] });
    expect(await contentsOf(path.join(root, 'data/a.js'))).toEqual({
      texts: { 'a.js': 'socks' },
      problems: [],
    });
  });

  it('that is not there is a problem', async () => {
    const { refused } = await contentsOf(path.join(folder, 'none.zip'));
    expect(refused).toEqual({
      file: 'x.zip',
      message: 'there is no such file: check the name and the folder',
    });
  });

  it('has sizes, and can be read again', async () => {
    const files = await openArchive(place(zipSync(TWO)));
    if ('problem' in files) throw new Error(files.problem.message);
    expect(files.sizeOf('data/a.js')).toBe(5);
    expect(await textIn(files, 'data/a.js')).toBe('socks');
    expect(await textIn(files, 'data/a.js')).toBe('socks');
    files.close();
    files.close();
  });

  it('keeps out what its folder links to', async () => {
    const root = path.join(folder, 'linked');
    mkdirSync(root);
    writeFileSync(path.join(root, 'a.js'), 'socks');
    writeFileSync(path.join(folder, 'secret.txt'), 'secret');
    try {
      symlinkSync(path.join(folder, 'secret.txt'), path.join(root, 'b.js'));
      symlinkSync(folder, path.join(root, 'more'));
    } catch {
      return; // Windows lets only some people make links.
    }
    expect(await contentsOf(root)).toEqual({
      texts: { 'a.js': 'socks' },
      problems: [expect.stringMatching(/^2 files, the first (?:b\.js|more), are links/u)],
    });
  });
});

describe('a zip', () => {
  const zip = (more: Zippable): Uint8Array => zipSync({ ...TWO, ...more });

  it.each([
    ['a path out of it', zip({ '../c.js': strToU8('c') }), `../c.js would lie outside`],
    ['a path from the top', zip({ '/c.js': strToU8('c') }), `/c.js would lie outside`],
    ['a drive', zip({ 'C:\\c.js': strToU8('c') }), `C:/c.js would lie outside`],
    ['a path with a control', zip({ 'é\x1b[2J': strToU8('c') }), 'é\\u001b[2J would lie outside'],
    [
      'a link',
      zip({ 'c.js': [strToU8('/etc'), { os: 3, attrs: 0o120777 * 0x10000 }] }),
      'c.js is a link',
    ],
    [
      'a device',
      zip({ 'c.js': [strToU8('c'), { os: 3, attrs: 0o020666 * 0x10000 }] }),
      'c.js is no plain file',
    ],
    [
      'another way of packing',
      patch(zip({ 'c.js': strToU8('c') }), 2, (entry) => entry.writeUInt16LE(99, 10)),
      'c.js is packed in a way',
    ],
    [
      'a password',
      patch(zip({ 'c.js': strToU8('c') }), 2, (entry) => entry.writeUInt16LE(1, 8)),
      'c.js is locked with a password',
    ],
    ['a folder for a file', zip({ 'c/': strToU8('') }), undefined],
  ])('with %s keeps the rest', async (_, bytes, told) => {
    const { texts, problems } = await contentsOf(place(bytes));
    expect(texts).toEqual(BOTH);
    expect(problems).toEqual(told === undefined ? [] : [expect.stringContaining(told)]);
  });

  it('that is locked as a whole is one problem', async () => {
    const lock = (entry: Buffer): void => void entry.writeUInt16LE(1, 8);
    expect(await contentsOf(place(patch(patch(zipSync(TWO), 0, lock), 1, lock)))).toEqual({
      refused: {
        file: 'x.zip',
        message:
          '2 files, the first data/a.js, are locked with a password: unpack the archive with the password and give the folder',
      },
    });
  });

  it('with a strongly locked list says so', async () => {
    const locked = patch(zipSync(TWO), 0, (entry) => entry.writeUInt16LE(0x41, 8));
    expect((await contentsOf(place(locked))).refused?.message).toMatch(/locked with a password/u);
  });

  it('whose files share their bytes is refused', async () => {
    const shared = patch(zip({ 'c.js': strToU8('three') }), 1, (entry) =>
      entry.writeUInt32LE(0, 42),
    );
    expect(await contentsOf(place(shared))).toEqual({
      texts: { 'c.js': 'three' },
      problems: [
        `2 files, the first data/a.js, share their bytes with other files and were not read: ${HARM}`,
      ],
    });
  });

  it('with a path twice reads neither', async () => {
    const twice = patch(zip({ 'c.js': strToU8('three') }), 1, (entry) =>
      entry.write('data/a.js', 46),
    );
    expect(await contentsOf(place(twice))).toEqual({
      texts: { 'c.js': 'three' },
      problems: [
        'data/a.js stands in this zip more than once, so nobody can tell which is meant: none was read',
      ],
    });
  });

  it('that unpacks to far too much is not unpacked', async () => {
    const bomb = zip({ 'c.js': [new Uint8Array(32 * 1024 * 1024), { level: 9 }] });
    const { texts } = await contentsOf(place(bomb));
    expect(texts).toEqual({
      ...BOTH,
      'c.js': '…this file would unpack to far more than a file of an archive: it was not read',
    });
  });

  it('that unpacks to more than it says stops there', async () => {
    const more = patch(zip({ 'c.js': strToU8('c'.repeat(5000)) }), 2, (entry) =>
      entry.writeUInt32LE(10, 24),
    );
    const { texts } = await contentsOf(place(more));
    expect(texts?.['c.js']).toMatch(/^…the zip is damaged in this file/u);
  });

  it('with a wrong bit is read up to there', async () => {
    const bytes = zip({ 'c.js': [strToU8('boots and socks'), { level: 0 }] });
    bytes[Buffer.from(bytes).indexOf('boots and')] = 0x42;
    const { texts } = await contentsOf(place(bytes));
    expect(texts?.['c.js']).toBe(
      'Boots and socks…the zip is damaged in this file, so only what stands before was read: download it again',
    );
  });

  it('may stand behind something else', async () => {
    const program = strToU8('#!/bin/sh PK\x05\x06 PK\x01\x02\n'.repeat(100));
    const zip = zipSync(TWO, { comment: 'odd socks' } as object);
    expect(await contentsOf(place(Buffer.concat([program, zip])))).toEqual({
      texts: BOTH,
      problems: [],
    });
  });

  it('without files, or without anything, is refused', async () => {
    expect((await contentsOf(place(zipSync({})))).refused?.message).toMatch(/holds no files/u);
    expect((await contentsOf(place(strToU8('socks')))).refused?.message).toMatch(/no whole zip/u);
  });
});

describe('a zip that is cut short', () => {
  const lines = (word: string): string =>
    Array.from({ length: 200 }, (_, index) => `${word} ${index}`).join(' ');
  const texts = { 'data/a.js': lines('socks'), 'data/b.js': lines('boots') };
  const plain = zipSync(
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])),
  );
  /** As a program writes that does not know how long its files will be. */
  const streamed = (): Uint8Array => {
    const chunks: Uint8Array[] = [];
    const zip = new Zip((_, chunk) => chunks.push(chunk));
    for (const [name, text] of Object.entries(texts)) {
      const file = new ZipDeflate(name);
      zip.add(file);
      file.push(strToU8(text), true);
    }
    zip.end();
    return Buffer.concat(chunks);
  };
  const CUT =
    '…the zip is cut short in this file, so only what stands before was read: download it again';

  it.each([
    ['plain', plain],
    ['streamed', streamed()],
  ])('keeps the files at its beginning: %s', async (_, bytes) => {
    const list = Buffer.from(bytes).indexOf(LIST, 0, 'latin1');
    const whole = await contentsOf(place(bytes.subarray(0, list + 10)));
    expect(whole).toEqual({
      texts,
      problems: [
        'this zip is cut short: its list of contents is missing, so only the 2 files at its beginning could be read: download it again',
      ],
    });
    const cut = await contentsOf(place(bytes.subarray(0, list - 30)));
    expect(cut.texts?.['data/a.js']).toBe(texts['data/a.js']);
    expect(cut.texts?.['data/b.js']?.endsWith(CUT)).toBe(true);
    expect(cut.problems).toEqual([
      'this zip is cut short: its list of contents is missing, so only the file at its beginning could be read: download it again',
    ]);
  });
});
