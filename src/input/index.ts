import type { Post } from '../core/post.ts';
import type { Loaded, Notice, Problem } from '../core/problem.ts';
import { ARCHIVE_HEAD, archiveRefusal } from './archives.ts';
import { readDraft } from './draft.ts';
import { readJson } from './json.ts';
import { jsonLikeness, mayBeTable } from './likeness.ts';
import { fileName } from './names.ts';
import { readNdjson } from './ndjson.ts';
import type { TextSource } from './open-text.ts';
import { headOf, openText, textSourceOf, wholeText } from './open-text.ts';
import { readPostsYaml } from './posts-yaml.ts';
import type { InputOptions, ReadFormat, ReadPieces, Reading } from './reading.ts';
import { unread } from './reading.ts';
import type { Source } from './source.ts';
import { SCHEDULER_NAMES } from './schedulers/names.ts';
import { TABLE_NAMES } from './table/names.ts';

export { INPUT_FORMATS } from './input-formats.ts';

/** A reader of formats that are held whole. */
const whole =
  (read: ReadFormat): ReadPieces =>
  (source, file, options) => {
    const text = wholeText(source, file);
    return typeof text === 'string' ? read(text, file, options) : [{ problems: [text.problem] }];
  };

/** A reader of formats in which no part of a text can be read without the others. */
const undamaged =
  (read: ReadPieces): ReadPieces =>
  (source, file, options) =>
    source.damage ? [{ problems: [source.damage] }] : read(source, file, options);

/** A reader of formats that do not show that their text is cut short. */
const uncut =
  (read: ReadPieces): ReadPieces =>
  (source, file, options) =>
    source.cut ? [{ problems: [source.cut] }] : undamaged(read)(source, file, options);

/** A reader that says itself how it came to be chosen. */
const telling =
  (format: string, read: ReadPieces): ReadPieces =>
  (source, file, options) => {
    const { tell, timezone, format: asked } = options;
    const ending = extension(file);
    const because =
      asked !== undefined
        ? 'it was asked for'
        : FORMATS.has(ending)
          ? `its name ends in .${ending}`
          : 'nothing in it says otherwise';
    tell?.({ file, format, because, timezone });
    return read(source, file, options);
  };

async function* readTables(
  source: TextSource,
  file: string,
  options: InputOptions,
): AsyncGenerator<Reading> {
  const { readTable } = await import('./table/index.ts');
  yield* readTable(source, file, options);
}

const draft = telling('a draft', uncut(whole(readDraft)));
const ndjson = telling('NDJSON', readNdjson);
const json = undamaged(whole(readJson));
const yaml = uncut(whole(readPostsYaml));

/** Every input format, by the ends of the names of its files. One line each. */
const FORMATS: ReadonlyMap<string, ReadPieces> = new Map<string, ReadPieces>([
  ['txt', draft],
  ['md', draft],
  ['ndjson', ndjson],
  ['jsonl', ndjson],
  ['json', json],
  ['yaml', yaml],
  ['yml', yaml],
  ['csv', readTables],
  ['tsv', readTables],
  ['tab', readTables],
]);

/** Formats by the names with which they are asked for. */
const NAMED: ReadonlyMap<string, ReadPieces> = new Map<string, ReadPieces>([
  ['draft', draft],
  ['ndjson', ndjson],
  ['json', json],
  ['yaml', yaml],
  ...TABLE_NAMES.map((name) => [name, readTables] as const),
  ...SCHEDULER_NAMES.map((name) => [name, json] as const),
]);

/** Files of text that would make no sense as a draft. */
const UNREADABLE: ReadonlyMap<string, string> = new Map([
  ['html', 'web pages cannot be read: save the text of the post as plain text (.txt)'],
  ['htm', 'web pages cannot be read: save the text of the post as plain text (.txt)'],
]);

/** What the command calls a text that comes without a name. */
const STDIN = 'stdin';

const extension = (file: string): string => {
  const name = fileName(file);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
};

/** A table in what looked like one at first sight, or else a draft. */
async function* readTableOrDraft(
  source: TextSource,
  file: string,
  options: InputOptions,
): AsyncGenerator<Reading> {
  const { isSurelyTable } = await import('./table/surely.ts');
  yield* (isSurelyTable(headOf(source), options) ? readTables : draft)(source, file, options);
}

/** A draft, unless its own words show that it is something else. */
const readUnnamed: ReadPieces = (source, file, options) => {
  const head = headOf(source);
  if (file === STDIN) {
    const likeness = jsonLikeness(head);
    if (likeness) return (likeness === 'json' ? json : ndjson)(source, file, options);
  }
  return (mayBeTable(head) ? readTableOrDraft : draft)(source, file, options);
};

const readerOf = (file: string, format: string | undefined): ReadPieces => {
  const ending = extension(file);
  const byEnding = FORMATS.get(ending);
  const named = format === undefined ? undefined : NAMED.get(format);
  // Schedulers’ records may be kept as YAML too.
  if (named) return named === json && byEnding === yaml ? yaml : named;
  return byEnding === undefined || ending === 'txt' ? readUnnamed : byEnding;
};

/** The posts of a file as its name or its content says they are written; a draft where neither does. */
export const readings = (
  content: Source | Uint8Array | string,
  file: string,
  options: InputOptions,
): Iterable<Reading> | AsyncIterable<Reading> => {
  const refusal = options.format === undefined ? UNREADABLE.get(extension(file)) : undefined;
  if (refusal !== undefined) return [unread(file, refusal)];
  const source =
    typeof content === 'string' ? textSourceOf(content) : openText(content, file, options.encoding);
  if ('problem' in source) return [{ problems: [source.problem] }];
  const archive = archiveRefusal(headOf(source, ARCHIVE_HEAD));
  if (archive !== undefined) return [unread(file, archive, { line: 1, column: 1 })];
  const { encoding } = source;
  const { tell } = options;
  const told: InputOptions =
    tell && encoding !== undefined
      ? { ...options, tell: (recognised) => tell({ ...recognised, encoding }) }
      : options;
  return readerOf(file, options.format)(source, file, told);
};

/** More keys than this say no more than that the file is another program’s. */
const MAX_UNUSED = 20;

/** All posts of a file, and every reason why others could not be read. */
export interface PostsRead extends Loaded<readonly Post[]> {
  /** Posts that could not be read, each with one problem or more; a file that could not is one. */
  readonly unread: number;
  /** Keys of data files that mean nothing to us, the first twenty of them. */
  readonly unusedKeys: readonly string[];
  readonly notices: readonly Notice[];
}

export const readPosts = async (
  content: Source | Uint8Array | string,
  file: string,
  options: InputOptions,
): Promise<PostsRead> => {
  const posts: Post[] = [];
  const problems: Problem[] = [];
  const notices: Notice[] = [];
  const unusedKeys = new Set<string>();
  let unreadPosts = 0;
  const take = (reading: Reading): void => {
    if ('notices' in reading && reading.notices) notices.push(...reading.notices);
    if ('post' in reading) {
      posts.push(reading.post);
      for (const key of reading.unusedKeys) {
        if (unusedKeys.size < MAX_UNUSED) unusedKeys.add(key);
      }
    } else if ('problems' in reading) {
      problems.push(...reading.problems);
      unreadPosts += 1;
    }
  };
  const all = readings(content, file, options);
  // Waiting for what is there already would take longer than reading it.
  if (Symbol.iterator in all) for (const reading of all) take(reading);
  else for await (const reading of all) take(reading);
  return { value: posts, problems, unread: unreadPosts, notices, unusedKeys: [...unusedKeys] };
};
