import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { toNameKey, wordLevel } from '../src/facts/people/lexicon.ts';

const POSTS = '../shared/data/school-posts/posts.jsonl';
const DATA = 'src/facts/data';
/** Lists whose entries are names, or any word of English. */
const NAMES = /^(?:given-names|surnames|name-variants|ordinary-words)\.txt$/u;

interface Labelled {
  readonly text: string;
  readonly people: readonly { readonly text: string; readonly kind: string }[];
}

const readPosts = (): readonly Labelled[] =>
  readFileSync(POSTS, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);

const keysOf = (text: string): readonly string[] =>
  text
    .split(/[^\p{L}\p{M}'-]+/u)
    .map(toNameKey)
    .filter((key) => key.length > 2);

const linesOf = (file: string): readonly string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'));

/** `kind: word word` holds words, any other line one phrase or several with a slash between. */
const entriesOf = (file: string): readonly string[] =>
  linesOf(file)
    .flatMap((line) => (line.includes(': ') ? line.split(' ') : line.split('/')))
    .map(toNameKey);

/** So many words in a row are no chance. */
const RUN = 7;

const runsOf = (text: string): readonly string[] => {
  const words = keysOf(text.toLowerCase());
  return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' '));
};

describe.skipIf(!existsSync(POSTS))(
  'the development posts (skipped: ../shared is not here)',
  () => {
    it('have no child’s name in a list of cues, unless it is a word as well', () => {
      const children = new Set(
        readPosts().flatMap(({ people }) =>
          people.filter(({ kind }) => kind === 'child').flatMap(({ text }) => keysOf(text)),
        ),
      );
      const special = readdirSync(DATA)
        .filter((file) => file.endsWith('.txt') && !NAMES.test(file))
        .flatMap((file) =>
          entriesOf(path.join(DATA, file))
            .filter((key) => children.has(key) && wordLevel(key) === 0)
            .map((key) => `${file}: ${key}`),
        );
      expect(special).toEqual([]);
    });

    it('are not among the posts that the models learn from', () => {
      const runs = new Set(readPosts().flatMap(({ text }) => runsOf(text)));
      const learnt = readdirSync('training/posts').flatMap((file) =>
        linesOf(path.join('training/posts', file)).map((line) =>
          line.replaceAll(/⟦([^|]*)\|[^⟧]*⟧/gu, '$1'),
        ),
      );
      const shared = learnt.filter((line) => runsOf(line).some((run) => runs.has(run)));
      expect(shared).toEqual([]);
    });
  },
);
