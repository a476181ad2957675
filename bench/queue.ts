// Queue files side by side with other linters, and a large one: npm run bench -- queue
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Command } from './measure.ts';
import { measure, median } from './measure.ts';
import type { BenchPost } from './posts.ts';
import { inventPosts } from './posts.ts';

const FILES = 2000;
const POSTS_IN_FILE = 5;
const LARGE = 200_000;
/** Bytes of a row, so that 200,000 make 50 MB. */
const ROW = 250;

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** As Buffer takes it. */
const asCsv = (posts: readonly BenchPost[]): string =>
  ['Text,Image URL,Tags,Posting Time', ...posts.map((post) => rowOf(post))].join('\r\n') + '\r\n';

const rowOf = ({ text, at }: BenchPost, padding = ''): string =>
  `${quoted(text + padding)},,,${at.slice(0, 16).replace('T', ' ')}`;

/** Names and praise: what the encoder of names is asked about. */
const NAMED_OR_PRAISED =
  /Josh|Zainab|Patel|@|Rowan|carers|Well|proud|Thank|effort|loved|oakfield|Reminder|won/u;

/** Plain news, with nobody named and nobody praised. */
const plainPosts = (count: number): readonly BenchPost[] => {
  const plain = inventPosts(20_000, 11).filter(({ text }) => !NAMED_OR_PRAISED.test(text));
  return Array.from({ length: count }, (_, index) => {
    const post = plain[index % plain.length]!;
    // No two are alike, or the second would be told as a copy of the first.
    return { ...post, text: `${post.text} Week ${index}.` };
  });
};

const writeSmall = (folder: string, posts: readonly BenchPost[]) => {
  mkdirSync(folder);
  return Array.from({ length: FILES }, (_, index) => {
    const some = posts.slice(index * POSTS_IN_FILE, (index + 1) * POSTS_IN_FILE);
    const csv = path.join(folder, `queue-${index}.csv`);
    const text = path.join(folder, `queue-${index}.md`);
    writeFileSync(csv, asCsv(some));
    writeFileSync(text, `${some.map((post) => post.text).join('\n\n')}\n`);
    return { csv, text };
  });
};

/** Words that leave nothing open to the encoder: what is measured is all the rest. */
const largeRow = (index: number): string => {
  const text = `Bulbs were planted by the gate in week ${index}.`;
  const at = new Date(Date.UTC(2025, 8, 1 + (index % 28), 10, index % 60)).toISOString();
  const missing = (ROW - text.length - 26) / 21;
  return rowOf({ id: '', text, at }, ' More on the website.'.repeat(missing));
};

const writeLarge = (file: string, count: number): void => {
  const out = openSync(file, 'w');
  writeSync(out, 'Text,Image URL,Tags,Posting Time\r\n');
  for (let at = 0; at < count; at += 1000) {
    const rows = Array.from({ length: 1000 }, (_, index) => largeRow(at + index));
    writeSync(out, `${rows.join('\r\n')}\r\n`);
  }
  closeSync(out);
};

const row = (...cells: readonly string[]): void =>
  console.log(cells.map((cell, index) => (index ? cell.padStart(14) : cell.padEnd(46))).join(''));

const ours = (name: string, files: readonly string[], ...args: readonly string[]): Command => ({
  name: `policy-lint, ${name}`,
  args: ['bin/policy-lint.js', ...files, '--now', '2025-08-01T08:00', ...args],
});

const RIVALS = path.resolve('bench/rivals');

const rivals = (files: readonly string[]): readonly Command[] => [
  {
    name: 'textlint, two small rules',
    args: [
      `${RIVALS}/node_modules/textlint/bin/textlint.js`,
      '--rules-base-directory',
      `${RIVALS}/node_modules`,
      '--rule',
      'no-todo',
      '--rule',
      'max-comma',
      ...files,
    ],
  },
  { name: 'alex', args: [`${RIVALS}/node_modules/alex/cli.js`, ...files] },
];

const small = (folder: string, hasRivals: boolean): void => {
  const count = FILES * POSTS_IN_FILE;
  const named = writeSmall(path.join(folder, 'named'), inventPosts(count));
  const plain = writeSmall(path.join(folder, 'plain'), plainPosts(count));
  console.log(
    `\n${FILES} queue files of ${POSTS_IN_FILE} posts, node ${process.version}: wall time`,
  );
  row('', 'wall s', 'posts/s', 'peak MB');
  const csv = (files: readonly { readonly csv: string }[]) => files.map((file) => file.csv);
  const commands = [
    ours('read and not judged', csv(named), '--explain-input'),
    ours('nobody named, nobody praised', csv(plain), '--format', 'compact'),
    ours('names, handles, praise', csv(named), '--format', 'compact'),
    ...(hasRivals ? rivals(named.map(({ text }) => text)) : []),
  ];
  for (const { name, times, peakMegabytes } of measure(commands, 1)) {
    const seconds = median(times) / 1000;
    row(name, seconds.toFixed(2), (count / seconds).toFixed(0), peakMegabytes.toFixed(0));
  }
};

const large = (folder: string): void => {
  console.log(`\nOne CSV, rows of ${ROW} bytes, no word of them for the encoder: wall time`);
  row('', 'wall s', 'posts/s', 'peak MB');
  for (const [what, args, sizes] of [
    ['read and not judged', ['--explain-input'], [LARGE, 2 * LARGE]],
    ['judged', ['--format', 'ndjson', '-o', path.join(folder, 'report')], [LARGE / 2, LARGE]],
  ] as const) {
    const times = sizes.map((size) => {
      const file = path.join(folder, `${size}.csv`);
      writeLarge(file, size);
      const [one] = measure([ours(`${size} posts, ${what}`, [file], ...args)], 1);
      const seconds = median(one!.times) / 1000;
      row(
        one!.name,
        seconds.toFixed(2),
        (size / seconds).toFixed(0),
        one!.peakMegabytes.toFixed(0),
      );
      return seconds;
    });
    console.log(`twice the posts take ${(times[1]! / times[0]!).toFixed(2)} times as long`);
  }
};

/** `npm run bench -- queue`, `-- queue small`, `-- queue large`. */
export const queue = (folder: string, hasRivals: boolean, wanted: string | undefined): void => {
  if (wanted !== 'large') small(folder, hasRivals);
  if (wanted !== 'small') large(folder);
};
