import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { TarEntry } from 'modern-tar';
import { packTar } from 'modern-tar';
import { afterAll, describe, expect, it } from 'vitest';
import { findFormat } from '../../input/archives/index.ts';
import { openArchive } from './open.ts';

const CUT =
  'this file is cut short or damaged, so only what stands before was read: download it again';
const BLOCK = 512;

const folder = mkdtempSync(path.join(tmpdir(), 'policy-lint-tar-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, bytes: Uint8Array): string => {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
};

const ACTOR = 'https://hexley.example/users/oakfield';
const outbox = JSON.stringify({
  type: 'OrderedCollection',
  orderedItems: [
    {
      type: 'Create',
      actor: ACTOR,
      to: ['as:Public'],
      object: {
        id: `${ACTOR}/statuses/1`,
        content: '<p>Bulbs</p>',
        published: '2026-09-01T08:00:00Z',
      },
    },
  ],
});

const entryOf = (name: string, body: string | Uint8Array, rest: object = {}): TarEntry => ({
  header: { name, size: Buffer.byteLength(body), type: 'file', ...rest },
  body,
});

/** Noise, which does not shrink. */
const picture = Buffer.concat(
  Array.from({ length: 6250 }, (_, index) => createHash('sha256').update(String(index)).digest()),
);
const entries: readonly TarEntry[] = [
  entryOf('media_attachments/files/1.png', picture),
  { header: { name: 'media_attachments/', size: 0, type: 'directory' } },
  entryOf('./outbox.json', outbox),
  entryOf('likes.json', '{}'),
  entryOf('actor.json', JSON.stringify({ preferredUsername: 'oakfield' })),
];

/** What can be read of an archive, and what is said of it. */
const openAt = async (file: string) => {
  const files = await openArchive(file, 'a');
  if ('problem' in files) return { refused: files.problem };
  const format = await findFormat(files);
  const reading = format?.read(files, { timezone: 'Europe/London', likes: false });
  const texts: string[] = [];
  const problems = [...files.problems];
  for await (const record of reading?.records() ?? []) {
    if ('post' in record) texts.push(record.post.text);
    else if ('problem' in record) problems.push(record.problem);
    else if ('unread' in record) problems.push(record.unread);
  }
  const handle = (await reading?.account())?.account.profile.handle;
  return { paths: files.paths, format: format?.name, texts, handle, problems };
};

describe('a tar', () => {
  const paths = ['actor.json', 'likes.json', 'media_attachments/files/1.png', 'outbox.json'];
  const read = {
    paths,
    format: 'Mastodon archive',
    texts: ['Bulbs'],
    handle: 'oakfield',
    problems: [],
  };

  it('is read as the folder that it holds, packed or not', async () => {
    const tar = await packTar(entries);
    expect(await openAt(write('a.tar.gz', gzipSync(tar)))).toEqual(read);
    expect(await openAt(write('a.tar', tar))).toEqual(read);
  });

  it('gives only what it is read for', async () => {
    const files = await openArchive(write('b.tar.gz', gzipSync(await packTar(entries))));
    if ('problem' in files) throw new Error(files.problem.message);
    const chunks = files.open('likes.json')[Symbol.asyncIterator]();
    await expect(chunks.next()).rejects.toThrow('this file was not read');
    expect(files.sizeOf('media_attachments/files/1.png')).toBe(200_000);
  });

  it('may hold links, ways out and doubles, which are refused', async () => {
    const hostile = [
      ...entries,
      entryOf('../../outbox.json', outbox),
      { header: { name: 'b/outbox.json', size: 0, type: 'symlink', linkname: '/etc/passwd' } },
      { header: { name: 'c/actor.json', size: 0, type: 'link', linkname: 'actor.json' } },
      { header: { name: 'pipe', size: 0, type: 'fifo' } },
      entryOf('likes.json', '[]'),
    ] as const;
    const { problems, ...rest } = await openAt(
      write('c.tar.gz', gzipSync(await packTar(hostile as readonly TarEntry[]))),
    );
    expect(rest).toEqual({
      paths: paths.filter((one) => one !== 'likes.json'),
      format: read.format,
      texts: read.texts,
      handle: read.handle,
    });
    expect(problems?.map(({ message }) => message.slice(0, 60))).toEqual([
      expect.stringContaining('../../outbox.json would lie outside'),
      expect.stringContaining('2 files, the first b/outbox.json, are links'),
      expect.stringContaining('pipe is no plain file'),
      expect.stringContaining('likes.json stands in this'),
    ]);
  });

  it('is called a tar', async () => {
    const hostile = [...entries, entryOf('../a', ''), entryOf('likes.json', '[]')];
    const { problems = [] } = await openAt(write('tar.tar', await packTar(hostile)));
    expect(problems.map(({ message }) => message)).toEqual([
      '../a would lie outside the archive and was not read: this tar was made to do harm',
      'likes.json stands in this tar more than once, so nobody can tell which is meant: none was read',
    ]);
  });

  it('that is cut short gives what stands before, and says so', async () => {
    const tar = await packTar([...entries.slice(2), entries[0]!]);
    const packed = gzipSync(tar);
    const { problems, texts } = await openAt(write('d.tar.gz', packed.subarray(0, -9000)));
    expect(texts).toEqual(['Bulbs']);
    expect(problems).toEqual([
      {
        file: 'a',
        message: CUT,
      },
    ]);
    const inside = await openAt(write('e.tar', tar.subarray(0, BLOCK + 100)));
    expect(inside.texts).toEqual([]);
    expect(inside.problems).toEqual([
      { file: 'a', message: CUT },
      { file: 'a/outbox.json', message: CUT },
    ]);
    const small = gzipSync(await packTar(entries.slice(2)));
    expect((await openAt(write('g.tar.gz', small.subarray(0, -12)))).texts).toEqual(['Bulbs']);
  });

  it('that unpacks to no end is left', async () => {
    const bomb = gzipSync(await packTar([entryOf('x.bin', new Uint8Array(40_000_000))]));
    const { problems } = await openAt(write('f.tar.gz', bomb));
    expect(problems).toEqual([
      {
        file: 'a',
        message:
          'this file would unpack to far more than an archive holds, so only its beginning was read',
      },
    ]);
  });
});

describe('a packed file', () => {
  it('is read as what it holds', async () => {
    const lines = '{"text":"Bulbs"}\n{"text":"Seeds"}\n';
    expect(await openAt(write('posts.ndjson.gz', gzipSync(lines)))).toEqual({
      paths: ['posts.ndjson'],
      format: 'our own posts',
      texts: ['Bulbs', 'Seeds'],
      handle: undefined,
      problems: [],
    });
    const yaml = await openAt(write('posts.yaml.gz', gzipSync('- text: Bulbs')));
    expect(yaml.texts).toEqual(['Bulbs']);
  });

  it('that is damaged says so', async () => {
    const packed = gzipSync('{"text":"Bulbs"}\n'.repeat(1000)).subarray(0, 40);
    const { problems } = await openAt(write('cut.ndjson.gz', packed));
    expect(problems).toEqual([
      {
        file: 'a/cut.ndjson',
        message: CUT,
      },
    ]);
  });
});
