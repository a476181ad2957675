import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../src/cli/run.ts';
import { noTerminal } from './support/no-terminal.ts';

/** What holds of every report of the audits among the whole runs, beside what stands in their folders. */
const FOLDER = fileURLToPath(new URL('../fixtures/runs/', import.meta.url));

/** Every pupil of those archives. */
const PUPILS = /josh(?!ua trees)|okonkwo|priya|nandakumar|zainab yusuf|yusuf|zoë|achebe/iu;

const REPORTS = ['audit.html', 'audit.csv', 'audit.json', 'audit.txt', 'audit.ndjson'] as const;

interface Told {
  readonly sums: Readonly<Record<string, number>> & {
    readonly skipped: Readonly<Record<string, number>>;
  };
  readonly counts: Readonly<Record<string, number>>;
  readonly withFindings: number;
  readonly problems: readonly { readonly file: string; readonly message: string }[];
}

const argsOf = (name: string): readonly string[] =>
  readFileSync(path.join(FOLDER, name, 'args.txt'), 'utf8')
    .split('\n')
    .filter(Boolean);

const audits = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => argsOf(name)[0] === 'audit')
  // Whatever cannot start is told, and writes no report.
  .filter((name) => readFileSync(path.join(FOLDER, name, 'stdout.txt'), 'utf8') !== '');

let out: string;
beforeAll(() => {
  out = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
});
afterAll(() => rmSync(out, { recursive: true }));

const total = (counts: Readonly<Record<string, unknown>>): number =>
  Object.values(counts).reduce<number>(
    (sum, one) => sum + (typeof one === 'number' ? one : total(one as Record<string, unknown>)),
    0,
  );

describe('every audit', () => {
  it.each(audits)('accounts for each record and names no pupil: %s', async (name) => {
    const args = argsOf(name).filter((one, at, all) =>
      [one, all[at - 1]].every((word) => word !== '--report'),
    );
    const asked = REPORTS.flatMap((file) => ['--report', path.join(out, file)]);
    const cwd = path.join(FOLDER, name);
    const ran = await run([...args, ...asked], noTerminal(cwd, Date.UTC(2026, 0, 7, 9)));
    const reports = REPORTS.map((file) => readFileSync(path.join(out, file), 'utf8'));
    const { sums, counts, withFindings, problems } = JSON.parse(reports[2]!) as Told;

    const { read, ...became } = sums;
    expect(total(became)).toBe(read);
    const judged = sums['own']! + sums['reposts']! + sums['likes']!;
    expect(total(counts)).toBe(judged);
    expect(judged - counts['clean']!).toBe(withFindings);
    for (const { file, message } of problems) {
      expect(ran.stderr).toContain(file);
      expect(ran.stderr).toContain(message);
    }
    for (const told of [ran.stdout, ran.stderr, ...reports]) {
      expect(PUPILS.exec(told)?.[0]).toBeUndefined();
    }
    const lines = reports[4]!.trimEnd().split('\n').slice(0, -1);
    expect(lines.length).toBe(judged + sums['before']!);
    expect(existsSync(path.join(out, 'audit.html.resume'))).toBe(false);
  });
});
