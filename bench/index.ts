// Side by side with other linters, in one run: npm run bench [-- cold | bulk | queue | audit | archive]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { archive } from './archive.ts';
import { audit } from './audit.ts';
import type { Command } from './measure.ts';
import { measure, median } from './measure.ts';
import { inventPosts } from './posts.ts';
import { queue } from './queue.ts';

const RIVALS = 'bench/rivals';
const WRITE_GOOD = `${RIVALS}/node_modules/write-good/bin/write-good.js`;
const ALEX = `${RIVALS}/node_modules/alex/cli.js`;
const TEXTLINT = `${RIVALS}/node_modules/textlint/bin/textlint.js`;
const POSTS = 10_000;
const ROUNDS = 21;
const wanted = process.argv[2];

const isInstalled = (): boolean => [WRITE_GOOD, ALEX, TEXTLINT].every((file) => existsSync(file));

if (!isInstalled()) {
  const patience = ['--fetch-retries=1', '--fetch-timeout=20000'];
  spawnSync('npm', ['ci', '--ignore-scripts', '--prefix', RIVALS, ...patience], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}
const hasRivals = isInstalled();
if (!hasRivals) console.log('the other linters could not be installed: ours alone is measured');

/** Both find something in every file that they are given here, or they have not read it. */
const rivals = (file: string): readonly Command[] =>
  hasRivals
    ? [
        {
          name: 'write-good',
          args: [WRITE_GOOD, file, '--parse'],
          says: /is a weasel word|adds no meaning/u,
          found: 255,
        },
        { name: 'alex', args: [ALEX, file], says: /⚠ \d+ warning/u },
      ]
    : [];

const row = (...cells: readonly string[]): void =>
  console.log(cells.map((cell, index) => (index ? cell.padStart(14) : cell.padEnd(34))).join(''));

/** A school day, and the Sunday before it: a draft without a time is judged as if posted now. */
const MONDAY = '2026-11-23T10:00';
const SUNDAY = '2026-11-22T10:00';

const DRAFTS: Readonly<Record<string, string>> = {
  'clean.txt': 'Year 4 planted forty bulbs by the gate this morning. Come and see!\n',
  'emoji.txt': 'Year 4 planted forty bulbs by the gate this morning 🌱 Come and see!\n',
  'named.txt': 'Well done Josh, a better lesson today\n',
  'tagged.txt': 'Well done 4B 🌱 #TeamOakfield with @HexleyLibrary https://oakfield.example\n',
  'front.txt': `---\nat: ${MONDAY}\n---\nYear 4 planted forty bulbs by the gate this morning.\n`,
  'school.yaml': 'accounts:\n  - { name: school, kind: school, handle: OakfieldPrimary }\n',
  /** The same draft with a word for each of the others to find. */
  'rivals.txt': 'Year 4 obviously planted forty bulbs by the gate. The chairman came to see!\n',
};

const cold = (folder: string): void => {
  const at = (name: string): string => path.join(folder, name);
  for (const [name, text] of Object.entries(DRAFTS)) writeFileSync(at(name), text);
  const ours = (name: string, file: string, ...args: readonly string[]): Command => ({
    name: `policy-lint, ${name}`,
    args: ['bin/policy-lint.js', at(file), ...args],
  });
  const results = measure(
    [
      { name: 'node -e 0', args: ['-e', '0'] },
      { name: 'policy-lint --version', args: ['bin/policy-lint.js', '--version'] },
      ours('clean draft, now', 'clean.txt'),
      ours('clean draft, Monday', 'clean.txt', '--at', MONDAY),
      ours('clean draft, Sunday', 'clean.txt', '--at', SUNDAY),
      ours('with an emoji', 'emoji.txt', '--at', MONDAY),
      ours('with front matter', 'front.txt'),
      ours('with policy-lint.yaml', 'clean.txt', '--at', MONDAY, '--config', at('school.yaml')),
      ours('a child named', 'named.txt', '--at', MONDAY),
      ours('with tags and links', 'tagged.txt', '--at', MONDAY),
      ...rivals(at('rivals.txt')),
    ],
    ROUNDS,
  );
  const base = median(results[0]!.times);
  console.log(
    `\nCold start, one draft, node ${process.version}: medians of ${ROUNDS} rounds in turn`,
  );
  row('', 'wall ms', 'x node -e 0', 'peak MB');
  for (const { name, times, peakMegabytes } of results) {
    const wall = median(times);
    row(name, wall.toFixed(0), (wall / base).toFixed(2), peakMegabytes.toFixed(0));
  }
};

const bulk = (folder: string): void => {
  const posts = inventPosts(POSTS);
  const queue = path.join(folder, 'posts.ndjson');
  const text = path.join(folder, 'posts.txt');
  writeFileSync(queue, posts.map((post) => JSON.stringify(post)).join('\n') + '\n');
  writeFileSync(text, posts.map((post) => post.text).join('\n\n') + '\n');
  const ours: Command = {
    name: 'policy-lint, ndjson',
    args: ['bin/policy-lint.js', queue, '--format', 'ndjson'],
    says: new RegExp(`"summary":\\{"posts":${POSTS},`, 'u'),
  };
  console.log(`\n${POSTS} posts in one file, node ${process.version}: wall time with start-up`);
  row('', 'wall s', 'posts/s', 'peak MB');
  for (const { name, times, peakMegabytes } of [
    ...measure([ours], 3),
    ...rivals(text).flatMap((rival) => measure([rival], 1)),
  ]) {
    const seconds = median(times) / 1000;
    row(name, seconds.toFixed(2), (POSTS / seconds).toFixed(0), peakMegabytes.toFixed(0));
  }
};

const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
try {
  if (wanted === undefined || wanted === 'cold') cold(folder);
  if (wanted === undefined || wanted === 'bulk') bulk(folder);
  if (wanted === 'archive') await archive(folder);
  if (wanted === 'audit') audit(folder, Number(process.argv[3] ?? 1));
  if (wanted === undefined || wanted === 'queue') queue(folder, hasRivals, process.argv[3]);
} finally {
  rmSync(folder, { recursive: true });
}
