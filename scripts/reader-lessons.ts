/**
 * Turns labelled posts into what the reader's training reads: numbers of word pieces and features,
 * and what is to be learnt of each word. The product cuts texts with the same code.
 *
 *     node scripts/run.mjs scripts/reader-lessons.ts VOCABULARY POSTS.jsonl … > LESSONS.jsonl
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { UNKNOWN_SCHOOL } from '../src/core/school.ts';
import { createDocument } from '../src/document/document.ts';
import { knownWords } from '../src/facts/reader/known-words.ts';
import { featuresOf, piecesOf } from '../src/facts/reader/pieces.ts';
import { readerWords } from '../src/facts/reader/words.ts';

interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly people: readonly { start: number; end: number; kind?: string; form?: string }[];
  readonly ignore?: readonly { start: number; end: number }[];
  readonly mentions?: readonly { start: number; end: number }[];
  readonly aim?: string;
  readonly flags?: readonly string[];
  readonly source?: string;
  readonly set?: string;
}

const [vocabularyFile, ...files] = process.argv.slice(2);
const vocabulary = new Map(
  readFileSync(vocabularyFile!, 'utf8')
    .split('\n')
    .map((piece, number) => [piece, number] as const)
    .filter(([piece]) => /^[\0-\xff]*$/u.test(piece)),
);

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

const lessonOf = (post: Labelled): object => {
  const origin = { file: 'posts', line: 1, record: 1 };
  const { body } = createDocument(
    { id: 'post', text: post.text, origin, at: { kind: 'now' }, media: [] },
    UNKNOWN_SCHOOL,
    { twitter: null, encoder: null },
  );
  const words = readerWords(body.text);
  const known = knownWords(words);
  let last: object | undefined;
  const typed = words.map(({ span }) => body.toSource(span));
  const labels = typed.map((span) => {
    if ([...(post.ignore ?? []), ...(post.mentions ?? [])].some((one) => overlap(one, span)))
      return '?';
    const person = post.people.find((one) => overlap(one, span));
    const isInside = person !== undefined && person === last;
    last = person;
    if (!person) return 'O';
    return `${isInside ? 'I' : 'B'}-${person.kind ?? 'person'}${person.form === 'initials' ? '/initials' : ''}`;
  });
  return {
    id: post.id,
    set: post.set ?? post.source ?? post.id.replace(/-\d+$/, ''),
    words: words.map((word, at) => ({
      p: piecesOf(word.known.key, vocabulary),
      f: featuresOf(word, known[at]!),
      s: [typed[at]!.start, typed[at]!.end],
      l: labels[at],
    })),
    people: post.people,
    aim: post.aim ?? null,
    flags: post.flags ?? null,
  };
};

for (const file of files) {
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    process.stdout.write(`${JSON.stringify(lessonOf(JSON.parse(line) as Labelled))}\n`);
  }
}
