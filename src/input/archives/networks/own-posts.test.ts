import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Post } from '../../../core/post.ts';
import {
  filesOf,
  headIn,
  readArchive,
  readFileAs,
} from '../../../../test/support/archive-files.ts';
import { ArchiveDamage } from '../files.ts';
import { postLine } from '../write-posts.ts';
import { ownPosts } from './own-posts.ts';

const at = { kind: 'instant', epochMs: Date.UTC(2026, 10, 23, 8, 30) } as const;
const bulbs = { id: '1', text: 'Bulbs 🌷', at, media: [] };

describe('our own posts', () => {
  it('are read in every format of ours', async () => {
    const contents = [
      ['posts.ndjson', '{"id":"1","text":"Bulbs 🌷","at":"2026-11-23T08:30"}\n'],
      ['posts.JSON', '[{"id":"1","text":"Bulbs 🌷","at":"2026-11-23T08:30"}]'],
      ['posts.yaml', '- {id: "1", text: Bulbs 🌷, at: 2026-11-23T08:30}'],
      ['posts.csv', 'id,text,at\n1,Bulbs 🌷,2026-11-23 08:30\n'],
    ] as const;
    for (const [name, content] of contents) {
      const { account, problems, records } = await readFileAs(ownPosts, content, name);
      expect({ account, problems }).toEqual({
        account: { file: name, format: 'our own posts', profile: {} },
        problems: [],
      });
      expect(records).toEqual([
        {
          post: {
            ...bulbs,
            origin: expect.objectContaining({ file: name }) as object,
            published: { kind: 'own' },
          },
        },
      ]);
    }
  });

  it('are the files of a folder that hold lines, or one file alone', async () => {
    const recognised = (...names: readonly string[]) => {
      const files = filesOf(Object.fromEntries(names.map((name) => [name, ''])));
      return ownPosts.recognises(files, headIn(files));
    };
    expect(await recognised('a.ndjson')).toBe(true);
    expect(await recognised('a.json')).toBe(true);
    expect(await recognised('a.txt')).toBe(false);
    expect(await recognised('a.json', 'b.json')).toBe(false);
    expect(await recognised('a.json', 'b.jsonl')).toBe(true);
    const files = filesOf(
      { 'b.ndjson': '{"text":"Seeds"}', 'a.ndjson': '{"text":"Bulbs"}', 'c.json': '{}' },
      'parts',
    );
    const { records } = await readArchive(ownPosts, files);
    expect(records.map((one) => 'post' in one && [one.post.id, one.post.origin.file])).toEqual([
      ['a.ndjson#1', 'parts/a.ndjson'],
      ['b.ndjson#1', 'parts/b.ndjson'],
    ]);
  });

  it('stand where they stood in the archive that they came from', async () => {
    const post: Post = {
      ...bulbs,
      origin: { file: 'school.zip/data/tweets.js', line: 40, record: 3 },
      published: { kind: 'own', url: 'https://x.com/OakfieldPrimary/status/1' },
    };
    const { records } = await readFileAs(ownPosts, `\n${postLine(post)}\n`, 'part-7.ndjson');
    expect(records).toEqual([{ post }]);
  });

  it('that cannot be read are one record each, with where they stand', async () => {
    const lines = [
      '{"text":"Bulbs"}',
      '',
      '{"text":"Bul',
      '{"text":5,"at":"soon"}',
      '{"text":"Se\u00e9ds"}',
    ];
    const bytes = new TextEncoder().encode(lines.join('\n'));
    bytes[bytes.lastIndexOf(0xa9)] = 0x20;
    const { records } = await readFileAs(ownPosts, bytes, 'posts.ndjson');
    const told = records.map((record) =>
      'unread' in record
        ? ['unread', record.unread.line, record.unread.column]
        : 'problem' in record
          ? ['problem', record.problem.line, record.problem.column]
          : Object.keys(record),
    );
    expect(told).toEqual([
      ['post'],
      ['unread', 3, 9],
      ['unread', 4, 9],
      ['problem', 4, 16],
      ['unread', 5, 12],
    ]);
  });

  it('end where their container is damaged, which is said', async () => {
    const files = filesOf({ 'posts.ndjson': '{"text":"Bulbs"}\n{"text":"Se' });
    const cut = {
      ...files,
      async *open(path: string) {
        yield* files.open(path);
        throw new ArchiveDamage('this zip ends too early');
      },
    };
    const { records } = await readArchive(ownPosts, cut);
    expect(records.map((one) => ('problem' in one ? one : Object.keys(one)))).toEqual([
      ['post'],
      { problem: { file: 'posts.ndjson', message: 'this zip ends too early' } },
    ]);
  });

  it('of a file without any are one problem, and no record', async () => {
    for (const [name, content] of [
      ['posts.ndjson', '\n'],
      ['posts.json', '[]'],
      ['posts.csv', ''],
    ] as const) {
      const { records } = await readFileAs(ownPosts, content, name);
      expect(records).toHaveLength(1);
      expect(Object.keys(records[0]!)).not.toContain('post');
    }
  });

  it('never throw, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('a.ndjson', 'a.json', 'a.yaml', 'a.csv'),
        async (bytes, name) => {
          const { records } = await readFileAs(ownPosts, bytes, name);
          expect(records.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
