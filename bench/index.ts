// Side by side with other linters, in one run: npm run bench [-- cold | bulk]
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { spawnSync } from 'node:child_process';
import type { Command, Measured } from './measure.ts';
import { measure, median } from './measure.ts';
import { inventPosts } from './posts.ts';

const RIVALS = 'bench/rivals';
const POSTS = 10_000;
const wanted = process.argv[2];

if (!existsSync(`${RIVALS}/node_modules`)) {
  spawnSync('npm', ['ci', '--ignore-scripts', '--prefix', RIVALS], { stdio: 'inherit' });
}
const hasRivals = existsSync(`${RIVALS}/node_modules`);
if (!hasRivals) console.log('the other linters could not be installed: ours alone is measured');

const rivals = (file: string): readonly Command[] =>
  hasRivals
    ? [
        {
          name: 'write-good',
          args: [`${RIVALS}/node_modules/write-good/bin/write-good.js`, file, '--parse'],
        },
        { name: 'alex', args: [`${RIVALS}/node_modules/alex/cli.js`, file] },
      ]
    : [];

const row = (...cells: readonly string[]): void =>
  console.log(cells.map((cell, index) => (index ? cell.padStart(14) : cell.padEnd(28))).join(''));

const cold = (folder: string): void => {
  const draft = path.join(folder, 'draft.txt');
  const named = path.join(folder, 'named.txt');
  const tagged = path.join(folder, 'tagged.txt');
  writeFileSync(draft, 'Year 4 planted forty bulbs by the gate this morning. Come and see!\n');
  writeFileSync(named, 'Well done Josh, a better lesson today\n');
  writeFileSync(
    tagged,
    'Well done 4B 🌱 #TeamOakfield with @HexleyLibrary https://oakfield.example\n',
  );
  const ours = (name: string, file: string): Command => ({
    name: `policy-lint, ${name}`,
    args: ['bin/policy-lint.js', file, '--fail-on', 'error'],
  });
  const commands = [
    { name: 'node -e 0', args: ['-e', '0'] },
    ours('clean draft', draft),
    ours('a child named', named),
    ours('with tags and links', tagged),
    ...rivals(draft),
  ];
  const results = measure(commands, 15);
  const base = median(results[0]!.times);
  console.log(`\nCold start, one draft, node ${process.version}: medians of 15 rounds in turn`);
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
  const commands = [
    { name: 'policy-lint, ndjson', args: ['bin/policy-lint.js', queue, '--format', 'ndjson'] },
    ...rivals(text),
  ];
  console.log(`\n${POSTS} posts in one file, node ${process.version}: wall time with start-up`);
  row('', 'wall s', 'posts/s', 'peak MB');
  const results: readonly Measured[] = commands.flatMap((command) => measure([command], 1));
  for (const { name, times, peakMegabytes } of results) {
    const seconds = median(times) / 1000;
    row(name, seconds.toFixed(2), (POSTS / seconds).toFixed(0), peakMegabytes.toFixed(0));
  }
};

const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
if (wanted !== 'bulk') cold(folder);
if (wanted !== 'cold') bulk(folder);
rmSync(folder, { recursive: true });
