// Audits of large archives, on one thread and on two: npm run bench -- audit
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Command } from './measure.ts';
import { measure, median } from './measure.ts';
import { inventPosts } from './posts.ts';

/** 22 September 2025, 8:00 in London: the first post of the archive. */
const START = Date.UTC(2025, 8, 22, 7);
/** When the numbers of posts began to tell the time. */
const EPOCH = 1_288_834_974_657n;
/** Ten years hold a million posts. */
const MINUTES_APART = 5;

/** `Mon Sep 22 07:00:00 +0000 2025`. */
const xTime = (ms: number): string => {
  const [day, date, month, year, time] = new Date(ms).toUTCString().replace(',', '').split(' ');
  return `${day} ${month} ${date} ${time} +0000 ${year}`;
};

const tweet = (text: string, index: number): object => {
  const ms = START - index * MINUTES_APART * 60_000;
  const id = String(((BigInt(ms) - EPOCH) << 22n) | BigInt(index % 4096));
  return {
    tweet: {
      edit_info: { initial: { editTweetIds: [id], editsRemaining: '5', isEditEligible: true } },
      retweeted: false,
      source: '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
      entities: { hashtags: [], symbols: [], user_mentions: [], urls: [] },
      display_text_range: ['0', String([...text].length)],
      favorite_count: '3',
      id_str: id,
      truncated: false,
      retweet_count: '0',
      id,
      created_at: xTime(ms),
      favorited: false,
      full_text: text,
      lang: 'en',
    },
  };
};

/** Words that leave nothing open to the encoder. */
const plain = (index: number): string =>
  `The bulbs by the gate were watered in week ${index % 39}, and more are in the shed (${index}).`;

/** As people write, with names, praise, handles and links. */
const mixed = (): ((index: number) => string) => {
  const posts = inventPosts(5000, 23);
  return (index) => `${posts[index % posts.length]!.text} (${index})`;
};

const writeArchive = (folder: string, count: number, textOf: (index: number) => string): string => {
  mkdirSync(path.join(folder, 'data'), { recursive: true });
  const out = openSync(path.join(folder, 'data', 'tweets.js'), 'w');
  writeSync(out, 'window.YTD.tweets.part0 = [\n');
  for (let at = 0; at < count; at += 1000) {
    const some = Array.from({ length: Math.min(1000, count - at) }, (_, index) =>
      JSON.stringify(tweet(textOf(at + index), at + index), null, 2),
    );
    writeSync(out, `${at === 0 ? '' : ',\n'}${some.join(',\n')}`);
  }
  writeSync(out, '\n]');
  closeSync(out);
  return folder;
};

const row = (...cells: readonly string[]): void =>
  console.log(cells.map((cell, index) => (index ? cell.padStart(12) : cell.padEnd(46))).join(''));

const ours = (name: string, archive: string, ...args: readonly string[]): Command => ({
  name,
  args: ['bin/policy-lint.js', 'audit', archive, '--now', '2025-09-23T08:00', ...args],
});

/** `times`: multiples of 10,000 mixed posts and 100,000 plain ones. */
export const audit = (folder: string, times = 1): void => {
  const sizes = { mixed: 10_000 * times, plain: 100_000 * times };
  const archive = {
    mixed: writeArchive(path.join(folder, 'mixed'), sizes.mixed, mixed()),
    plain: writeArchive(path.join(folder, 'plain'), sizes.plain, plain),
    double: writeArchive(path.join(folder, 'double'), 2 * sizes.plain, plain),
  };
  const cases: readonly (readonly [Command, number])[] = [
    [ours('mixed, one thread', archive.mixed, '--jobs', '1'), sizes.mixed],
    [ours('mixed, two threads', archive.mixed, '--jobs', '2'), sizes.mixed],
    [ours('plain news, one thread', archive.plain, '--jobs', '1'), sizes.plain],
    [ours('plain news, two threads', archive.plain, '--jobs', '2'), sizes.plain],
    [ours('plain news, one thread, twice as many', archive.double, '--jobs', '1'), 2 * sizes.plain],
  ];
  console.log('\nAudits: wall time with start-up');
  row('', 'posts', 'wall s', 'posts/s', 'peak MB');
  for (const [command, count] of cases) {
    const [{ times: walls, peakMegabytes }] = measure([command], 1) as [
      ReturnType<typeof measure>[number],
    ];
    const seconds = median(walls) / 1000;
    row(
      command.name,
      String(count),
      seconds.toFixed(2),
      (count / seconds).toFixed(0),
      peakMegabytes.toFixed(0),
    );
  }
};
