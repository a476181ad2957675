import { strToU8, zipSync } from 'fflate';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runBinary } from './support/binary.ts';
import { makeArchive, tweet, wrapped, ytd, zipped } from './support/make-archive.ts';

/** What no file of text can show: zips that are damaged or hostile, and posts as large as any. */
const WHEN = Date.UTC(2025, 10, 4, 12);

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

interface Sums extends Readonly<Record<string, unknown>> {
  readonly read: number;
  readonly skipped: Readonly<Record<string, number>>;
}

interface Audited {
  readonly sums: Sums;
  readonly problems: readonly { readonly message: string }[];
}

const isNumber = (value: unknown): value is number => typeof value === 'number';
const total = (numbers: readonly unknown[]): number =>
  numbers.filter(isNumber).reduce((sum, one) => sum + one, 0);

/** Every record is counted once. */
const expectSums = ({ read, skipped, ...sums }: Sums): void => {
  expect(total(Object.values(sums)) + total(Object.values(skipped))).toBe(read);
};

const audit = (name: string, content: Uint8Array | string) => {
  writeFileSync(path.join(cwd, name), content);
  const argv = ['audit', name, '--format', 'json', '--now', '2026-01-07T09:00'];
  const { stdout, stderr, exitCode } = runBinary(argv, { cwd });
  const problems = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('note: '));
  const report = stdout === '' ? undefined : (JSON.parse(stdout) as Audited);
  if (report) expectSums(report.sums);
  return { report, problems, exitCode };
};

const WHOLE = zipped(makeArchive({ posts: 200 }));

/** Says of every file that it is locked, as an archive with a password does. */
const locked = (zip: Uint8Array): Uint8Array => {
  const bytes = Uint8Array.from(zip);
  for (let at = 0; at < bytes.length - 4; at += 1) {
    if (bytes[at] !== 0x50 || bytes[at + 1] !== 0x4b) continue;
    const flags = bytes[at + 2] === 3 && bytes[at + 3] === 4 ? 6 : 8;
    const isHeader = flags === 6 || (bytes[at + 2] === 1 && bytes[at + 3] === 2);
    if (isHeader) bytes[at + flags]! |= 1;
  }
  return bytes;
};

describe('a zip', () => {
  it('that was cut short is judged as far as it goes, and says so', () => {
    const { report, problems, exitCode } = audit('cut.zip', WHOLE.subarray(0, WHOLE.length * 0.7));
    expect(exitCode).toBe(2);
    expect(problems).toMatchInlineSnapshot(`
      [
        "cut.zip: this zip is cut short: its list of contents is missing, so only the 4 files at its beginning could be read: download it again",
        "cut.zip/data/tweets.js: the zip is cut short in this file, so only what stands before was read: download it again",
        "cut.zip/data/tweets.js: this file holds 119 records and the archive says 200: somebody changed it, or some are missing",
      ]
    `);
    expect(report?.sums['own']).toBeGreaterThan(0);
  });

  it('that is locked is refused', () => {
    const { report, problems, exitCode } = audit('locked.zip', locked(WHOLE));
    expect({ report, exitCode }).toEqual({ report: undefined, exitCode: 2 });
    expect(problems).toMatchInlineSnapshot(`
      [
        "locked.zip: 12 files, the first Your archive.html, are locked with a password: unpack the archive with the password and give the folder",
      ]
    `);
  });

  it('that leads out of its folder is read without what does, and writes nothing', () => {
    const { report, problems } = audit(
      'out.zip',
      zipped({ ...makeArchive(), '../escaped.js': 'no', '/etc/escaped': 'no' }),
    );
    expect(problems).toMatchInlineSnapshot(`
      [
        "out.zip: 2 files, the first ../escaped.js, would lie outside the archive and were not read: this zip was made to do harm",
      ]
    `);
    expect(report?.sums['own']).toBe(3);
    const around = [cwd, path.dirname(cwd)].flatMap((folder) => readdirSync(folder));
    expect(around.filter((name) => name.includes('escaped'))).toEqual([]);
  });

  it('with a link to another file is read without it', () => {
    const files = Object.entries(makeArchive()).map(([name, text]) => [name, strToU8(text)]);
    const link = [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }];
    const zip = zipSync({
      ...(Object.fromEntries(files) as Record<string, Uint8Array>),
      'data/tweets-part1.js': link as [Uint8Array, object],
    });
    const { report, problems } = audit('link.zip', zip);
    expect(problems).toMatchInlineSnapshot(`
      [
        "link.zip: data/tweets-part1.js is a link to a file elsewhere and was not followed",
      ]
    `);
    expect(report?.sums['own']).toBe(3);
  });

  it('of some kilobytes that unpacks to many megabytes takes no memory', () => {
    const bomb = `window.YTD.tweets.part0 = [\n${' '.repeat(100 * 1024 * 1024)}`;
    const { 'data/tweets.js': _, ...rest } = makeArchive();
    const zip = zipped({ ...rest, 'data/tweets.js': bomb });
    expect(zip.length).toBeLessThan(150_000);
    const { report, problems, exitCode } = audit('bomb.zip', zip);
    expect(exitCode).toBe(2);
    expect(problems).toMatchInlineSnapshot(`
      [
        "bomb.zip/data/tweets.js: this file would unpack to far more than a file of an archive: it was not read",
      ]
    `);
    expect(report?.sums['own']).toBe(0);
  });
});

describe('a post', () => {
  const one = (text: string): string =>
    ytd(
      'tweets',
      wrapped([
        tweet(text, WHEN),
        tweet('Thank you @HexleyLibrary for the atlases', WHEN + 3_600_000),
      ]),
    );

  it('of five megabytes is told, and the next one judged', () => {
    const { report, problems, exitCode } = audit(
      'tweets.js',
      one('Our garden grows. '.repeat(290_000)),
    );
    expect(exitCode).toBe(2);
    expect(problems).toMatchInlineSnapshot(`
      [
        "tweets.js:2: record 1 could not be read: this text is longer than any network takes: put one post into each record",
      ]
    `);
    expect(report?.sums).toMatchObject({ read: 2, own: 1, unread: 1 });
  });

  it('with ten thousand handles is judged', () => {
    const handles = Array.from({ length: 10_000 }, (_, index) => `@h${index}`).join(' ');
    const { report, problems } = audit('tweets.js', one(handles));
    expect(report?.sums).toMatchObject({ read: 2, own: 2, unread: 0 });
    expect(problems).toEqual([]);
  });
});

describe('what is written', () => {
  it('is nothing where no archive could be opened', () => {
    writeFileSync(path.join(cwd, 'photo.zip'), 'no zip at all');
    const { stderr, exitCode } = runBinary(['audit', 'photo.zip', '--report', 'audit.html'], {
      cwd,
    });
    expect({ stderr, exitCode }).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "photo.zip: this is no whole zip: its list of contents is missing, and so are the files at its beginning: download it again
      ",
      }
    `);
    expect(() => readFileSync(path.join(cwd, 'audit.html'))).toThrow('ENOENT');
  });
});
