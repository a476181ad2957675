import type { Post } from '../../src/core/post.ts';
import { people } from '../../src/facts/people.ts';
import { median, milliseconds } from '../measure.ts';
import type { LabelledPost } from '../support/school-posts.ts';
import { SCHOOL, toPost } from '../support/school-posts.ts';
import { printTable, printTitle, share } from '../support/table.ts';
import { askedForMore, openPost } from './open.ts';

const ROUNDS = 3;
const BULK = 10_000;

type Way = Parameters<typeof openPost>[2];

const read = async (posts: readonly Post[], way: Way): Promise<void> => {
  for (const post of posts) (await openPost(post, SCHOOL, way)).facts(people);
};

/** The first answers of this process, before anything is warm: run it before all else. */
export const printLoading = async (labelled: readonly LabelledPost[]): Promise<void> => {
  const posts = labelled.map(toPost);
  const rows: string[][] = [];
  const first = await milliseconds(() => read(posts.slice(0, 1), 'light'));
  const second = await milliseconds(() => read(posts.slice(0, 1), 'light'));
  rows.push(['first post, light tier', first.toFixed(1), second.toFixed(1)]);
  for (const post of posts) {
    let isAsked = false;
    const cold = await milliseconds(async () => {
      const document = await openPost(post, SCHOOL, 'fresh');
      document.facts(people);
      isAsked = askedForMore(document);
    });
    if (!isAsked) continue;
    const warm = await milliseconds(() => read([post], 'fresh'));
    rows.push(['first post that asks for more', cold.toFixed(1), warm.toFixed(1)]);
    break;
  }
  if (rows.length === 1) rows.push(['no post asks for more', '–', '–']);
  printTitle('Loading, within a process that runs already (from source, not from dist)');
  printTable(['', 'cold ms', 'again ms'], rows);
};

const askingOf = async (posts: readonly Post[]): Promise<readonly Post[]> => {
  const asking: Post[] = [];
  for (const post of posts) {
    if (askedForMore(await openPost(post, SCHOOL, 'fresh'))) asking.push(post);
  }
  return asking;
};

/** Posts of the files from the start again, as often as needed, under ids of their own. */
const manyOf = (posts: readonly Post[]): readonly Post[] =>
  Array.from({ length: BULK }, (_, index) => ({
    ...posts[index % posts.length]!,
    id: `${posts[index % posts.length]!.id}-${Math.floor(index / posts.length)}`,
  }));

export const printSpeed = async (labelled: readonly LabelledPost[]): Promise<void> => {
  const posts = labelled.map(toPost);
  const asking = await askingOf(posts);
  const times: Readonly<Record<Way, number[]>> = { light: [], whole: [], fresh: [] };
  const extra: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const light = await milliseconds(() => read(posts, 'light'));
    const whole = await milliseconds(() => read(posts, 'whole'));
    const askingLight = await milliseconds(() => read(asking, 'light'));
    const askingWhole = await milliseconds(() => read(asking, 'whole'));
    if (round === 0) continue;
    times.light.push(light);
    times.whole.push(whole);
    extra.push((askingWhole - askingLight) / asking.length);
  }
  const rate = (count: number, ms: number): string => ((count / ms) * 1000).toFixed(0);
  printTitle(
    'Speed of reading people',
    `${posts.length} posts that nothing was trained on, medians of ${ROUNDS} rounds in turn`,
  );
  printTable(
    ['', 'posts/s', 'ms a post'],
    (['light', 'whole'] as const).map((way) => {
      const ms = median(times[way]);
      return [way, rate(posts.length, ms), (ms / posts.length).toFixed(3)];
    }),
  );
  const each = asking.length === 0 ? '' : `, for ${median(extra).toFixed(2)} ms more each`;
  console.log(
    `  ${asking.length} posts ask for more than the light tier (${share(asking.length, posts.length)})${each}`,
  );
};

export const printBulk = async (labelled: readonly LabelledPost[]): Promise<void> => {
  const posts = manyOf(labelled.map(toPost));
  const ms = await milliseconds(() => read(posts, 'whole'));
  printTitle(`${BULK} posts, ${Math.min(labelled.length, BULK)} of them different, read once`);
  console.log(`  ${(ms / 1000).toFixed(2)} s, ${((BULK / ms) * 1000).toFixed(0)} posts/s`);
};
