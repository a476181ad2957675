import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textOfPart, partOfFinding } from '../src/core/parts.ts';
import type { Post } from '../src/core/post.ts';
import { inspect } from '../src/index.ts';
import { widthOf } from '../src/report/cells.ts';
import { PLAIN } from '../src/report/index.ts';
import { INSPECT_FORMATS } from '../src/report/inspect/index.ts';
import { hostileText } from './support/any-report.ts';
import { runBinary } from './support/binary.ts';

describe('whatever is inspected', () => {
  const anyPost: fc.Arbitrary<Post> = fc.record({
    id: hostileText,
    text: hostileText.map((text) => `Well done Josh ${text} @HexleyLibrary`),
    origin: fc.constant({ file: 'draft.txt', line: 1, record: 1, textLine: 1 }),
    at: fc.constant<Post['at']>({ kind: 'now' }),
    media: fc.array(fc.record({ alt: hostileText, file: hostileText }), { maxLength: 1 }),
  });
  const settings = { nowMs: 0, timezone: 'Europe/London' };
  /** What no output may hold as it is. */
  const RAW = /(?!\n)\p{Cc}|\p{Cs}|\p{Zl}|\p{Zp}|\p{Bidi_C}|\u200b|\u2060|\ufeff/u;

  it('stands where it is said to stand', async () => {
    await fc.assert(
      fc.asyncProperty(anyPost, async (post) => {
        const { posts } = await inspect([post], settings);
        const { people, targets, facts } = posts[0]!;
        const all = [...people, ...targets, ...Object.values(facts).flat()];
        expect(all.map(({ text }) => text)).toEqual(
          all.map(({ where, start, end }) =>
            textOfPart(post, partOfFinding({ where }))?.slice(start, end),
          ),
        );
      }),
    );
  });

  it.each([...INSPECT_FORMATS.keys()])('does no harm as %s', async (name) => {
    await fc.assert(
      fc.asyncProperty(anyPost, fc.boolean(), async (post, reveal) => {
        const inspection = await inspect([post], settings);
        const written = INSPECT_FORMATS.get(name)!(inspection, { width: 80, reveal, paint: PLAIN });
        expect(RAW.exec(written)?.[0]).toBeUndefined();
        if (!reveal) expect(written).not.toContain('Josh');
      }),
    );
  });

  it('keeps to the width of the terminal in all that it marks', async () => {
    await fc.assert(
      fc.asyncProperty(anyPost, fc.integer({ min: 40, max: 120 }), async (post, width) => {
        const inspection = await inspect([post], settings);
        const written = INSPECT_FORMATS.get('text')!(inspection, {
          width,
          reveal: true,
          paint: PLAIN,
        });
        const marked = written.split('\n').filter((line) => line.includes('│'));
        expect(marked.filter((line) => widthOf(line) > width)).toEqual([]);
      }),
    );
  });
});

describe('policy-lint inspect', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
    writeFileSync(path.join(cwd, 'named.txt'), 'Well done Josh, a better lesson today\n');
  });
  afterEach(() => rmSync(cwd, { recursive: true }));
  const run = (...args: readonly string[]) => runBinary(['inspect', ...args], { cwd });

  it('shows names as typed, to a person and to a program', () => {
    for (const format of ['text', 'json', 'ndjson']) {
      const { exitCode, stdout, stderr } = run('named.txt', '--format', format);
      expect({ exitCode, isShown: stdout.includes('Josh'), stderr }).toEqual({
        exitCode: 0,
        isShown: true,
        stderr: '',
      });
    }
  });

  it('masks them in a file that it writes, unless told otherwise', () => {
    const written = (...args: readonly string[]): string => {
      expect(run('named.txt', '-o', 'seen.json', '-f', 'json', ...args)).toEqual({
        exitCode: 0,
        stdout: '',
        stderr: '',
      });
      return readFileSync(path.join(cwd, 'seen.json'), 'utf8');
    };
    expect(written()).toContain('"J•••"');
    expect(written()).not.toContain('Josh');
    expect(written('--reveal')).toContain('"Josh"');
  });

  it('reads standard input, and what the command line says of it', () => {
    const args = ['inspect', '--stdin-filename', 'monday.txt', '--account', 'class:3B'];
    const { stdout } = runBinary([...args, '--at', '2026-07-06T10:00', '-f', 'json'], {
      cwd,
      stdin: 'Bulbs',
    });
    expect(JSON.parse(stdout).posts[0]).toMatchObject({
      id: 'monday.txt',
      at: '2026-07-06T10:00:00+01:00',
      account: { kind: 'class', name: 'class:3B', subject: '3B' },
      people: [],
    });
  });

  it('knows the school’s own lists', () => {
    writeFileSync(path.join(cwd, 'people.yaml'), 'adults: [Josh]\n');
    writeFileSync(path.join(cwd, 'policy-lint.yaml'), 'people: people.yaml\n');
    const { people } = JSON.parse(run('named.txt', '-f', 'json').stdout).posts[0];
    expect(people.map((one: { who: string }) => one.who)).toEqual(['staff']);
  });

  it.each([
    ['a file that is not there', ['nowhere.txt'], 'nowhere.txt: there is no such file'],
    ['a format that it cannot write', ['named.txt', '-f', 'compact'], '--format: inspect cannot'],
    ['an impossible time', ['named.txt', '--at', '2026-02-30T10:00'], '--at: “2026-02-30T10:00”'],
    ['a mistyped account', ['named.txt', '--account', 'classs:3B'], '--account: there is no'],
    ['a file that it would overwrite', ['named.txt', '-o', './named.txt'], './named.txt: the'],
    ['a policy that is not there', ['named.txt', '-p', 'nope'], '--policy: there is no policy'],
  ])('is 2 for %s', (_, args, told) => {
    const { exitCode, stderr } = run(...args);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining(told) });
  });

  it('answers a program in its format even when nothing could start', () => {
    const { stdout } = run('named.txt', '-p', 'nope', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'policy-lint/inspect@1',
      posts: [],
      problems: [{ file: '--policy' }],
      summary: { posts: 0, people: 0, children: 0, problems: 1 },
    });
  });
});
