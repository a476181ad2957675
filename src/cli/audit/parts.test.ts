import fc from 'fast-check';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noTerminal } from '../../../test/support/no-terminal.ts';
import { ownPosts } from '../../../test/support/own-posts.ts';
import { run } from '../run.ts';

const NOW = Date.UTC(2025, 11, 1, 9);
const REPORTS = ['audit.html', 'audit.csv', 'audit.json', 'audit.txt', 'audit.ndjson'] as const;
const asked = REPORTS.flatMap((file) => ['--report', file]);

let cwd: string;
let results: readonly string[];
let last: string;

const read = (file: string): string => readFileSync(path.join(cwd, file), 'utf8');

/** What is written to standard output, at once and at the end. */
const runs = async (argv: readonly string[], stdin = '') => {
  let printed = '';
  const io = { ...noTerminal(cwd, NOW, stdin), print: (text: string) => (printed += text) };
  const { stdout, stderr, exitCode } = await run(argv, {
    ...io,
    print: (text) => void io.print(text),
  });
  return { stdout: printed + stdout, stderr, exitCode };
};

const reports = () => Object.fromEntries(REPORTS.map((file) => [file, read(file)]));

beforeAll(async () => {
  cwd = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
  const lines = [...ownPosts(18), '{"text":', JSON.stringify({ text: 'No id and no time.' })];
  const { stdout } = await runs(['--format', 'ndjson', '-'], `${lines.join('\n')}\n`);
  results = stdout.trimEnd().split('\n');
  last = results.at(-1)!;
  results = results.slice(0, -1);
});
afterAll(() => rmSync(cwd, { recursive: true }));

const writeParts = (parts: readonly (readonly string[])[]): readonly string[] => {
  for (const old of readdirSync(cwd)) rmSync(path.join(cwd, old));
  return parts.map((lines, index) => {
    const name = `part-${index}.ndjson`;
    writeFileSync(path.join(cwd, name), [...lines, last, ''].join('\n'));
    return name;
  });
};

describe('a filter of lines', () => {
  it('answers each line in its place', () => {
    const told = results.map((line) => {
      const value = JSON.parse(line) as { readonly id?: string; readonly problem?: object };
      return value.id ?? value.problem;
    });
    expect(told).toEqual([
      ...Array.from({ length: 18 }, (_, index) => String(100 + index)),
      {
        file: 'stdin',
        line: 19,
        column: 9,
        message: 'the text ends too early: a value is missing',
      },
      // The fingerprint of its words: its line would tell how the posts were split.
      expect.stringMatching(/^[0-9a-f]{16}$/u),
    ]);
  });

  it('says the same of a post whatever stands before it', async () => {
    const [first, second] = ownPosts(18).slice(1, 3);
    const { stdout } = await runs(['--format', 'ndjson', '-'], `${second}\n${first}\n`);
    const withoutLine = (line: string): unknown => {
      const { origin: _, ...rest } = JSON.parse(line, (key, value: unknown) =>
        key === 'place' ? undefined : value,
      ) as Record<string, unknown>;
      return rest;
    };
    const turned = stdout.split('\n').slice(0, 2).map(withoutLine);
    expect(turned).toEqual([results[2]!, results[1]!].map(withoutLine));
  });

  it('leaves a draft on standard input a draft', async () => {
    const { stdout } = await runs(['--format', 'ndjson', '-'], 'Met @AshgroveSchool today\n');
    expect(stdout.split('\n').map((line) => line.slice(0, 9))).toEqual([
      '{"id":"st',
      '{"schema"',
      '',
    ]);
  });

  it.each(['oops', '{"id":"1","te', '5'])(
    'goes on behind a first line that is %s',
    async (first) => {
      const { stdout, exitCode } = await runs(
        ['--format', 'ndjson', '-'],
        `${first}\n${ownPosts(1)[0]}\n`,
      );
      const [problem, post] = stdout.split('\n').map((line) => line.slice(0, 11));
      expect([problem, post, exitCode]).toEqual(['{"problem":', '{"id":"100"', 2]);
    },
  );

  it('answers an empty share with its last line alone', async () => {
    const { stdout, exitCode } = await runs(['--format', 'ndjson', '-'], '\n\n');
    expect(stdout.split('\n').map((line) => line.slice(0, 9))).toEqual(['{"schema"', '']);
    expect(exitCode).toBe(0);
  });

  it('reads a line that no line break ends, and a mark before the first', async () => {
    const line = ownPosts(1)[0]!;
    const { stdout, exitCode } = await runs(['--format', 'ndjson', '-'], `\uFEFF${line}`);
    expect(exitCode).toBe(0);
    expect((JSON.parse(stdout.split('\n')[0]!) as { readonly id: string }).id).toBe('100');
  });
});

describe('a report of parts', () => {
  it('is the same to the byte however the posts were split', async () => {
    const names = writeParts([results]);
    const whole = await runs(['report', ...names, ...asked]);
    const expected = reports();
    expect(Object.values(expected).every((text) => text.length > 0)).toBe(true);
    const anySplit = fc
      .tuple(
        fc.shuffledSubarray([...results], { minLength: results.length }),
        fc.array(fc.nat({ max: results.length }), { minLength: 1, maxLength: 4 }),
      )
      .map(([lines, cuts]) => {
        const at = [0, ...cuts.sort((a, b) => a - b), lines.length];
        return at.slice(1).map((end, index) => lines.slice(at[index], end));
      });
    await fc.assert(
      fc.asyncProperty(anySplit, async (parts) => {
        const split = await runs(['report', ...writeParts(parts), ...asked]);
        expect(split).toEqual(whole);
        expect(reports()).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });

  it('counts a post once that stands in two parts, and is not changed by an empty one', async () => {
    const once = await runs(['report', ...writeParts([results]), '--report', 'once.json']);
    const { sums } = JSON.parse(read('once.json')) as { readonly sums: { readonly own: number } };
    await runs(['report', ...writeParts([results, results, []]), '--report', 'twice.json']);
    const twice = JSON.parse(read('twice.json')) as { readonly sums: { readonly own: number } };
    expect(once.exitCode).toBe(2);
    // The post without an id is told from no other with its words.
    expect(twice.sums).toEqual({
      ...sums,
      own: sums.own + 1,
      read: 40,
      skipped: { repeated: 18 },
      unread: 2,
    });
  });

  it('tells of a part that is cut short, of lines that are no results, and of missing files', async () => {
    writeParts([]);
    writeFileSync(path.join(cwd, 'cut.ndjson'), `${results[0]!}\n`);
    writeFileSync(path.join(cwd, 'other.ndjson'), `{"a":1}\nno\n${last}\n`);
    const { stderr, exitCode } = await runs([
      'report',
      'cut.ndjson',
      'other.ndjson',
      'gone.ndjson',
    ]);
    expect(exitCode).toBe(2);
    expect(stderr.split('\n').filter((line) => line.includes('.ndjson'))).toEqual([
      'cut.ndjson: this part is cut short: its last line is missing, so judge these posts again before you put the parts together',
      'gone.ndjson: there is no such file: check the name and the folder',
      'other.ndjson:1: this line is no result: a part is what policy-lint --format ndjson writes',
      'other.ndjson:2: this line is no result: a part is what policy-lint --format ndjson writes',
    ]);
  });

  it('adds up to what one audit says of the same posts', async () => {
    const names = writeParts([results.slice(0, 18)]);
    const whole = JSON.parse(last) as Record<string, unknown>;
    const part = [...results.slice(0, 18), JSON.stringify({ ...whole, problems: [] }), ''];
    writeFileSync(path.join(cwd, names[0]!), part.join('\n'));
    writeFileSync(path.join(cwd, 'posts.ndjson'), `${ownPosts(18).join('\n')}\n`);
    await runs(['report', ...names, '--report', 'merged.json']);
    await runs(['audit', 'posts.ndjson', '--report', 'audit.json']);
    const figures = (file: string) => {
      const PLACES = ['account', 'origin', 'place', 'file', 'line'];
      return JSON.parse(read(file), (key, value: unknown) =>
        PLACES.includes(key) ? undefined : value,
      ) as unknown;
    };
    expect(figures('merged.json')).toEqual(figures('audit.json'));
  });
});
