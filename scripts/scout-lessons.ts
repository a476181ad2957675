/**
 * What the scout (src/facts/scout) is to learn: of each post its words, what both readers make of them,
 * and what the whole is said to do.
 *
 *     node scripts/run.mjs scripts/scout-lessons.ts POSTS.jsonl … > LESSONS.jsonl
 *     node scripts/run.mjs scripts/scout-lessons.ts --names > NAMES.jsonl
 *
 * POSTS may be files of training/conduct too. The names are those that may stand for others.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { dataLines } from '../src/core/data-lines.ts';
import { UNKNOWN_SCHOOL } from '../src/core/school.ts';
import { createDocument } from '../src/document/document.ts';
import { createEncoder } from '../src/encoder/encoder.ts';
import { conductMargins } from '../src/facts/conduct.ts';
import givenNames from '../src/facts/data/given-names.txt?raw';
import { taggings } from '../src/facts/people/tagging.ts';
import { encodingsOf } from '../src/facts/reader/encodings.ts';
import { knownWords } from '../src/facts/reader/known-words.ts';
import { readerWords } from '../src/facts/reader/words.ts';
import { startsSentence } from '../src/facts/tagger/features.ts';

interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly people?: readonly { start: number; end: number; kind?: string; form?: string }[];
  readonly aim?: string;
  readonly flags?: readonly string[];
  readonly source?: string;
  readonly set?: string;
}

const SETTINGS = ['plain', 'hashtag', 'handle'];

const encoder = createEncoder(readFileSync('src/encoder/data/reader.model'));
if ('flaw' in encoder) throw new Error(encoder.flaw);

const thousandths = (chances: Iterable<number>): number[] =>
  Array.from(chances, (chance) => Math.round(chance * 1000));

const lessonOf = (post: Labelled): object => {
  const document = createDocument(
    {
      id: '',
      text: post.text,
      origin: { file: '', line: 1, record: 1 },
      at: { kind: 'now' },
      media: [],
    },
    UNKNOWN_SCHOOL,
    { twitter: null, encoder },
  );
  const tagging = document.facts(taggings)[0]!;
  const { words, figures, chances } = tagging;
  const encodings = encodingsOf(document, tagging, encoder);
  const [first] = encodings;
  const who = encodings.flatMap(({ encoded }) => encoded.who.map(thousandths));
  return {
    id: post.id,
    set: post.set ?? post.source ?? post.id.replace(/-\d+$/, ''),
    isTweet: post.source !== undefined,
    words: words.map((word, at) => {
      const { key, shape, band, level } = word.known;
      const { start, end } = document.body.toSource(word.span);
      const person = post.people?.find((one) => one.start < end && start < one.end);
      return [
        key,
        [
          shape,
          band,
          level,
          SETTINGS.indexOf(word.setting),
          word.gap,
          figures[at],
          startsSentence(words, at) ? 1 : 0,
        ],
        chances[at] ? thousandths(chances[at]) : null,
        who[at] ?? null,
        person ? `${person.kind}/${person.form}` : 'O',
      ];
    }),
    aims: first ? thousandths(first.encoded.aim) : null,
    conduct: first ? conductMargins(first).map((one) => Math.round(one * 100)) : null,
    people: post.people !== undefined,
    aim: post.aim ?? null,
    flags: post.flags ?? null,
  };
};

/** `flags | account | post`, a line of training/conduct. */
const readLine = (file: string, line: string, at: number): Labelled =>
  file.endsWith('.txt')
    ? {
        id: `conduct-${file.replace(/^.*\/|\.txt$/g, '')}-${at}`,
        text: line.split('|').slice(2).join('|').trim(),
      }
    : (JSON.parse(line) as Labelled);

const write = (record: unknown): void => {
  process.stdout.write(`${JSON.stringify(record)}\n`);
};

const [first, ...others] = process.argv.slice(2);
if (first === '--names') {
  for (const line of dataLines(givenNames)) {
    const [word, ...rest] = readerWords(line[0]!.toUpperCase() + line.slice(1, -1));
    if (!word || rest.length > 0) continue;
    const { key, band, level } = word.known;
    write([key, band, level, knownWords([word])[0]]);
  }
} else {
  for (const file of [first!, ...others]) {
    dataLines(readFileSync(file, 'utf8')).forEach((line, at) =>
      write(lessonOf(readLine(file, line, at))),
    );
  }
}
