import type { Post } from '../../../core/post.ts';
import { fileName } from '../../names.ts';
import { readings } from '../../index.ts';
import { createLineReader } from '../../ndjson.ts';
import { createLineSplitter } from '../../line-splitter.ts';
import type { Reading } from '../../reading.ts';
import { wholeOf } from '../../source.ts';
import type { ArchiveFormat, ArchiveRecord } from '../archive.ts';
import type { ArchiveFiles } from '../files.ts';
import { ArchiveDamage } from '../files.ts';
import { fileIn } from './place.ts';
import { textOf } from './text-of.ts';

const LINES = /[.](?:ndjson|jsonl)$/iu;
const WHOLE = /[.](?:json|ya?ml|csv|tsv|tab)$/iu;

/** Held whole, as every format but lines has to be. */
const MOST_BYTES = 256 * 1024 * 1024;
const TOO_LARGE =
  'this file is too large to be read in one piece: write its posts as NDJSON, one JSON object a line';

/** Posts of a folder of lines, or of one file of any of our formats. */
const postFiles = ({ paths }: ArchiveFiles): readonly string[] =>
  paths.length === 1 && WHOLE.test(paths[0]!) ? paths : paths.filter((path) => LINES.test(path));

/** What an archive is said to hold is out, even where nobody wrote so. */
const asPublished = (post: Post): Post =>
  post.published ? post : { ...post, published: { kind: 'own' } };

function* recordsIn(reading: Reading): Generator<ArchiveRecord> {
  if ('post' in reading) yield { post: asPublished(reading.post) };
  if ('problems' in reading) {
    const [first, ...others] = reading.problems;
    // Without a line it is the file that could not be read, and no record of it.
    yield first.line === undefined ? { problem: first } : { unread: first };
    for (const problem of others) yield { problem };
  } else for (const notice of reading.notices ?? []) yield { notice };
}

async function* readLines(
  files: ArchiveFiles,
  path: string,
  timezone: string,
): AsyncGenerator<ArchiveRecord> {
  const file = fileIn(files, path);
  const splitter = createLineSplitter();
  const reader = createLineReader(file, { timezone });
  let isDamaged = false;
  for await (const piece of textOf(files, path, file)) {
    if ('message' in piece) return yield { problem: piece };
    isDamaged ||= piece.isDamaged;
    for (const line of splitter.add(piece.text)) {
      const reading = reader.read(line, isDamaged);
      if (!reading) continue;
      // Nearly all are a post and nothing else: it need not wait for a loop of its own.
      if ('post' in reading) yield { post: asPublished(reading.post) };
      else yield* recordsIn(reading);
    }
  }
  const last = splitter.end();
  const reading = last === undefined ? undefined : reader.read(last, isDamaged);
  if (reading) yield* recordsIn(reading);
  const end = reader.end();
  if (end) yield* recordsIn(end);
}

const bytesOf = async (files: ArchiveFiles, path: string): Promise<Uint8Array | string> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of files.open(path)) {
      length += chunk.length;
      if (length > MOST_BYTES) return TOO_LARGE;
      chunks.push(chunk);
    }
  } catch (error) {
    if (!(error instanceof ArchiveDamage)) throw error;
    return error.message;
  }
  return wholeOf({ chunks: () => chunks });
};

async function* readWhole(
  files: ArchiveFiles,
  path: string,
  timezone: string,
): AsyncGenerator<ArchiveRecord> {
  const file = fileIn(files, path);
  const bytes = await bytesOf(files, path);
  if (typeof bytes === 'string') return yield { problem: { file, message: bytes } };
  for await (const reading of readings(bytes, file, { timezone })) yield* recordsIn(reading);
}

/** Posts in our own words, as lists and tables have them or as `policy-lint posts` writes them. */
export const ownPosts: ArchiveFormat = {
  name: 'our own posts',
  recognises: (files) => Promise.resolve(postFiles(files).length > 0),
  read: (files, { timezone }) => ({
    account: () =>
      Promise.resolve({
        account: { file: files.name, format: ownPosts.name, profile: {} },
        problems: [],
      }),
    async *records() {
      for (const path of postFiles(files)) {
        const read = LINES.test(fileName(path)) ? readLines : readWhole;
        for await (const record of read(files, path, timezone)) yield record;
      }
    },
  }),
};
