// How well and how fast people are found: npm run bench:people [-- FILE.jsonl …] [--misses] [--only SECTION,…]
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { printByHeritage } from './people/by-heritage.ts';
import { printByPost, printWithRoster } from './people/by-post.ts';
import { printCarriers } from './people/carriers.ts';
import { readPosts } from './people/found.ts';
import { printPraise } from './people/praise.ts';
import { printBulk, printLoading, printSpeed } from './people/speed.ts';
import { printSpans } from './people/spans.ts';
import { printTweets, TWEETS } from './people/tweets.ts';
import { DATA, POSTS, readLabelled, TRAINING } from './support/school-posts.ts';

const SECTIONS = [
  'loading',
  'posts',
  'spans',
  'praise',
  'roster',
  'heritage',
  'carriers',
  'tweets',
  'speed',
  'bulk',
] as const;
type Section = (typeof SECTIONS)[number];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const only = values.only?.split(',') ?? SECTIONS;
const unknown = only.filter((name) => !SECTIONS.some((section) => section === name));
if (unknown.length > 0) {
  console.error(`no section ${unknown.join(', ')}; there are ${SECTIONS.join(', ')}`);
  process.exit(2);
}
const isWanted = (...sections: readonly Section[]): boolean =>
  sections.some((section) => only.includes(section));

const isThere = (file: string): boolean => {
  if (!existsSync(file)) console.log(`\nno labelled posts at ${file}: not measured`);
  return existsSync(file);
};

const isTrainedOn = (file: string): boolean => path.resolve(file) === path.resolve(TRAINING);

/** Posts kept apart for judging stay unseen. */
const isForDevelopment = (file: string): boolean =>
  isTrainedOn(file) || path.resolve(file) === path.resolve(POSTS);

const TRAINED = 'trained on these very posts: no measure of how others fare';
const DEVELOPED = 'not trained on; rules and thresholds were developed on them';

const measureFile = async (file: string): Promise<void> => {
  const labelled = readLabelled(file);
  console.log(`\n=== ${file}: ${labelled.length} posts`);
  if (isForDevelopment(file)) console.log(`  ${isTrainedOn(file) ? TRAINED : DEVELOPED}`);
  if (values.misses && !isForDevelopment(file)) {
    console.log('  --misses shows posts of the development data alone');
  }
  const read = isWanted('posts', 'spans') ? await readPosts(labelled) : [];
  if (isWanted('posts')) printByPost(read, values.misses && isForDevelopment(file));
  if (isWanted('spans')) printSpans(read);
  if (isWanted('praise')) await printPraise(labelled);
  if (isWanted('roster')) await printWithRoster(labelled);
};

const measureHeritages = async (): Promise<void> => {
  console.log('\n=== Heritage of names');
  const posts = readLabelled(POSTS);
  if (isWanted('heritage')) {
    printByHeritage(POSTS, await readPosts(posts), DEVELOPED);
    if (isThere(TRAINING)) {
      printByHeritage(TRAINING, await readPosts(readLabelled(TRAINING)), TRAINED);
    }
  }
  if (isWanted('carriers')) await printCarriers(posts);
};

if (positionals.length === 0 && !existsSync(DATA)) {
  console.log(`no labelled data at ${DATA}: nothing measured`);
  process.exit(0);
}
const hasPosts = existsSync(POSTS);
if (isWanted('loading') && hasPosts) await printLoading(readLabelled(POSTS));
if (isWanted('posts', 'spans', 'praise', 'roster')) {
  for (const file of [...new Set([POSTS, ...positionals])]) {
    if (isThere(file)) await measureFile(file);
  }
}
if (isWanted('heritage', 'carriers') && hasPosts) await measureHeritages();
if (isWanted('tweets') && isThere(TWEETS)) {
  console.log('\n=== Real tweets');
  await printTweets();
}
if (isWanted('speed', 'bulk') && hasPosts) {
  console.log('\n=== Speed');
  // Posts that were trained on leave fewer doubts, and would look faster than new ones.
  const posts = [POSTS, ...positionals].filter((file) => existsSync(file) && !isTrainedOn(file));
  const labelled = [...new Set(posts)].flatMap(readLabelled);
  if (isWanted('speed')) await printSpeed(labelled);
  if (isWanted('bulk')) await printBulk(labelled);
}
