import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noTerminal } from '../../../test/support/no-terminal.ts';
import { ownPosts } from '../../../test/support/own-posts.ts';
import { makeArchive, zipped } from '../../../test/support/make-archive.ts';
import { run } from '../run.ts';

const NOW = Date.UTC(2025, 11, 1, 9);
const POLICY = `policy: { id: ours, title: Ours, timezone: Europe/London }
clauses: [{ id: c, section: S, requires: R., kind: draft }]
rules:
  - { id: no-tags, clause: c, severity: error, check: mention, message: M, examples: { flags: [a], allows: [b] } }
  - { id: hours, clause: c, severity: warning, check: posting-window, with: { to: "18:00" }, message: M, examples: { flags: [a], allows: [b] } }
`;

let cwd: string;

const read = (file: string): string => readFileSync(path.join(cwd, file), 'utf8');
const write = (file: string, text: string): void => writeFileSync(path.join(cwd, file), text);

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
  write('ours.yaml', POLICY);
  write('posts.ndjson', `${ownPosts(320).join('\n')}\n`);
});
afterEach(() => rmSync(cwd, { recursive: true }));

const audit = (report: string, ...rest: readonly string[]) =>
  run(['audit', 'posts.ndjson', '-p', './ours.yaml', '--report', report, ...rest], io);
const io = {
  ...noTerminal('', NOW),
  get cwd() {
    return cwd;
  },
};

/** Ctrl-C, as soon as the run looks up from its work. */
const interrupted = (report: string) =>
  run(['audit', 'posts.ndjson', '-p', './ours.yaml', '--report', report], {
    ...noTerminal(cwd, NOW),
    onInterrupt: (stop) => {
      setTimeout(stop, 0);
      return () => undefined;
    },
  });

describe('an audit that is interrupted', () => {
  it('leaves no report, says so, and goes on to the same one', async () => {
    await audit('whole.json');
    const stopped = await interrupted('audit.json');
    expect(stopped).toEqual({
      exitCode: 130,
      stdout: '',
      stderr:
        'policy-lint: interrupted, and no report was written: the same command goes on where this one stopped\n',
    });
    expect(readdirSync(cwd).sort()).toEqual([
      'audit.json.resume',
      'ours.yaml',
      'posts.ndjson',
      'whole.json',
    ]);
    const { stderr } = await audit('audit.json');
    expect(stderr).toMatch(/note: went on with an interrupted run: \d+ posts/u);
    expect(read('audit.json')).toBe(read('whole.json'));
    expect(existsSync(path.join(cwd, 'audit.json.resume'))).toBe(false);
  });

  it('keeps no word of any post', async () => {
    await interrupted('audit.json');
    const kept = read('audit.json.resume');
    expect(kept).toContain('"clean"');
    expect(kept).not.toMatch(/Josh|bulbs|Hexley|fair|snow/iu);
  });

  it('closes a zip in the middle of which it stops', async () => {
    const zip = zipped(makeArchive({ posts: 1500 }) as Record<string, string>);
    writeFileSync(path.join(cwd, 'archive.zip'), zip);
    const stopped = await run(
      ['audit', 'archive.zip', '-p', './ours.yaml', '--jobs', '1', '--report', 'audit.json'],
      {
        ...noTerminal(cwd, NOW),
        onInterrupt: (stop) => {
          setTimeout(stop, 0);
          return () => undefined;
        },
      },
    );
    expect(stopped.exitCode).toBe(130);
  });

  it('believes no line of what it left that somebody changed', async () => {
    await interrupted('audit.json');
    const kept = read('audit.json.resume');
    write('audit.json.resume', kept.replace(/"clean":\[[^\]]*\]/u, '"clean":[0,1,2,3,4,5,6,7]'));
    await audit('audit.json');
    await audit('whole.json');
    expect(read('audit.json')).toBe(read('whole.json'));
  });

  it('begins anew when the policy has changed, and when it is told to', async () => {
    await interrupted('audit.json');
    const { stderr } = await audit('audit.json', '--no-resume');
    expect(stderr).not.toContain('interrupted');
    await interrupted('audit.json');
    write('ours.yaml', POLICY.replace('"18:00"', '"17:00"'));
    const again = await audit('audit.json');
    expect(again.stderr).not.toContain('interrupted');
    await audit('whole.json');
    expect(read('audit.json')).toBe(read('whole.json'));
  });
});
