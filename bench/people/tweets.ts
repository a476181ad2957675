import type { Span } from '../../src/core/span.ts';
import { DATA, readRecords, SCHOOL } from '../support/school-posts.ts';
import type { Score } from '../support/score.ts';
import { scoreCells } from '../support/score.ts';
import { printTable, printTitle } from '../support/table.ts';
import type { Found, Level } from './found.ts';
import { ALL, findPeople, isSame, meets, SURE } from './found.ts';
import type { Spans } from './spans.ts';
import { spanScore } from './spans.ts';

export const TWEETS = `${DATA}/person-names/people-dev.jsonl`;

/** The one source that nothing is trained on. */
const UNSEEN = 'wnut16-test';

interface Tweet {
  readonly id: string;
  readonly text: string;
  readonly source: string;
  readonly people: readonly Span[];
  readonly mentions?: readonly Span[];
  readonly ignore?: readonly Span[];
}

interface ReadTweet {
  readonly tweet: Tweet;
  readonly found: readonly Found[];
}

const readTweets = async (): Promise<readonly ReadTweet[]> => {
  const read: ReadTweet[] = [];
  for (const [index, tweet] of readRecords<Tweet>(TWEETS).entries()) {
    const found = await findPeople(
      {
        id: tweet.id,
        text: tweet.text,
        origin: { file: 'tweets', line: index + 1, record: index + 1 },
        at: { kind: 'unscheduled' },
        media: [],
      },
      SCHOOL,
    );
    read.push({ tweet, found: found.filter(({ form }) => form !== 'handle') });
  }
  return read;
};

const spansOf = ({ tweet, found }: ReadTweet, { counts }: Level): Spans => ({
  labelled: tweet.people,
  found: found.filter(counts),
  neither: [...(tweet.mentions ?? []), ...(tweet.ignore ?? [])],
});

const lastCells = (score: Score): readonly string[] => scoreCells(score).slice(-3);

/** Figures alone: these are real people's posts, and never printed. */
export const printTweets = async (): Promise<void> => {
  const tweets = await readTweets();
  const row = (name: string, of: readonly ReadTweet[], level: Level): readonly string[] => {
    const spans = of.map((tweet) => spansOf(tweet, level));
    const exact = spanScore(spans, isSame);
    return [
      name,
      ...[of.length, exact.labelled, exact.found].map(String),
      ...lastCells(exact),
      ...lastCells(spanScore(spans, meets)),
    ];
  };
  const from = (source: string): readonly ReadTweet[] =>
    tweets.filter(({ tweet }) => tweet.source === source);
  const seen = [...new Set(tweets.map(({ tweet }) => tweet.source))]
    .filter((source) => source !== UNSEEN)
    .sort();
  const trained = tweets.filter(({ tweet }) => tweet.source !== UNSEEN);
  printTitle(
    'Real tweets: spans of people of any kind, without handles',
    `Every source but ${UNSEEN} may be trained on: until there is a run that holds some out,`,
    `the figures of ${UNSEEN} are the honest ones.`,
  );
  const three = (how: string): readonly string[] => [`${how} P`, 'R', 'F1'];
  printTable(
    ['source', 'tweets', 'labelled', 'found', ...three('exact'), ...three('met')],
    [
      row(`${UNSEEN}, ${SURE.name}`, from(UNSEEN), SURE),
      row(`${UNSEEN}, ${ALL.name}`, from(UNSEEN), ALL),
      ...seen.map((source) => row(`${source} (trained on)`, from(source), SURE)),
      row(`all trained on, ${SURE.name}`, trained, SURE),
      row(`everything, ${SURE.name}`, tweets, SURE),
      row(`everything, ${ALL.name}`, tweets, ALL),
    ],
  );
};
