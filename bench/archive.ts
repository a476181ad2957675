// Reading an archive beside JSON.parse of the same bytes: npm run bench -- archive
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { inflateRawSync } from 'node:zlib';
import { openArchive } from '../src/cli/archive/open.ts';
import { findFormat } from '../src/input/archives/index.ts';
import { makeArchive, tweet, idAt, FIRST_POST, zipped } from '../test/support/make-archive.ts';
import { median } from './measure.ts';
import { inventPosts } from './posts.ts';

const POSTS = 100_000;
const ROUNDS = 7;
const MINUTES_APART = 5 * 60_000;

const inventTweets = (count: number): readonly object[] =>
  inventPosts(count).map(({ text }, index) => {
    const ms = FIRST_POST - index * MINUTES_APART;
    return tweet(text.replaceAll('&', '&amp;'), ms, { id_str: idAt(ms, index % 4096) });
  });

/** Reads every record, and judges none. */
const readAll = async (named: string): Promise<number> => {
  const files = await openArchive(named);
  if ('problem' in files) throw new Error(files.problem.message);
  const format = await findFormat(files);
  const reading = format?.read(files, { timezone: 'Europe/London', likes: false });
  let posts = 0;
  if (reading) for await (const record of reading.records()) if ('post' in record) posts += 1;
  files.close();
  if (posts !== POSTS) throw new Error(`${named}: ${posts} posts were read`);
  return posts;
};

const parseAll = (bytes: Uint8Array): number => {
  const text = new TextDecoder().decode(bytes);
  return (JSON.parse(text.slice(text.indexOf('=') + 1)) as readonly unknown[]).length;
};

/** The deflated bytes of a file of a zip that lies last but one in it. */
const deflatedIn = (zip: Buffer, inside: string): Uint8Array => {
  const at = zip.indexOf(inside);
  const start = at + zip.readUInt16LE(at - 4) + zip.readUInt16LE(at - 2);
  return zip.subarray(start, start + zip.readUInt32LE(at - 12));
};

interface Timed {
  readonly wall: number;
  /** Of this process, whatever else the machine does. */
  readonly cpu: number;
}

const timed = async (run: () => unknown): Promise<Timed> => {
  const [start, before] = [process.hrtime.bigint(), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(before);
  return { wall: Number(process.hrtime.bigint() - start) / 1e6, cpu: (user + system) / 1000 };
};

/** `npm run bench -- archive`. */
export const archive = async (folder: string): Promise<void> => {
  const contents = makeArchive({ tweets: inventTweets(POSTS) });
  const [root, zip] = [path.join(folder, 'archive'), path.join(folder, 'archive.zip')];
  mkdirSync(path.join(root, 'data'), { recursive: true });
  for (const [name, text] of Object.entries(contents)) writeFileSync(path.join(root, name), text);
  writeFileSync(zip, zipped(contents));
  const file = path.join(root, 'data/tweets.js');

  const ways: readonly (readonly [string, () => unknown])[] = [
    ['JSON.parse of tweets.js', () => parseAll(readFileSync(file))],
    ['policy-lint, the folder', () => readAll(root)],
    [
      'inflate and JSON.parse',
      () => parseAll(inflateRawSync(deflatedIn(readFileSync(zip), 'data/tweets.js'))),
    ],
    ['policy-lint, the zip', () => readAll(zip)],
  ];
  const times = ways.map((): Timed[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, [, run]] of ways.entries()) times[index]!.push(await timed(run));
  }
  const megabytes = (readFileSync(file).length / 1e6).toFixed(0);
  console.log(
    `\nReading ${POSTS} posts, ${megabytes} MB, node ${process.version}: medians of ${ROUNDS} rounds in turn`,
  );
  const row = (...cells: readonly string[]): void =>
    console.log(cells.map((cell, at) => (at ? cell.padStart(14) : cell.padEnd(34))).join(''));
  row('', 'wall ms', 'CPU ms', 'x wall', 'x CPU');
  for (const [index, [name]] of ways.entries()) {
    const of = (key: keyof Timed, at: number): number => median(times[at]!.map((one) => one[key]));
    const base = index - (index % 2);
    const share = (key: keyof Timed): string => (of(key, index) / of(key, base)).toFixed(2);
    const figures = [of('wall', index), of('cpu', index)].map((ms) => ms.toFixed(0));
    row(name, ...figures, share('wall'), share('cpu'));
  }
};
