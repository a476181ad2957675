import type { Post } from '../core/post.ts';
import type { Loaded, Problem } from '../core/problem.ts';
import { decode } from './decode.ts';
import { readDraft } from './draft.ts';
import { readJson } from './json.ts';
import { fileName } from './names.ts';
import { readNdjson } from './ndjson.ts';
import { readPostsYaml } from './posts-yaml.ts';
import type { InputOptions, ReadFormat, Reading } from './reading.ts';
import { unread } from './reading.ts';

/** Every input format, by the ends of the names of its files. One line each. */
const FORMATS: ReadonlyMap<string, ReadFormat> = new Map<string, ReadFormat>([
  ['txt', readDraft],
  ['md', readDraft],
  ['ndjson', readNdjson],
  ['jsonl', readNdjson],
  ['json', readJson],
  ['yaml', readPostsYaml],
  ['yml', readPostsYaml],
]);

/** Files of text that would make no sense as a draft. */
const UNREADABLE: ReadonlyMap<string, string> = new Map([
  ['csv', 'spreadsheet files cannot be read: save the posts as a draft (.txt) or as .ndjson'],
  ['tsv', 'spreadsheet files cannot be read: save the posts as a draft (.txt) or as .ndjson'],
  ['html', 'web pages cannot be read: save the text of the post as plain text (.txt)'],
  ['htm', 'web pages cannot be read: save the text of the post as plain text (.txt)'],
]);

const extension = (file: string): string => {
  const name = fileName(file);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
};

/** The posts of a file as its name says they are written; a draft where the name says nothing. */
export const readings = (
  content: Uint8Array | string,
  file: string,
  options: InputOptions,
): Iterable<Reading> | AsyncIterable<Reading> => {
  const ending = extension(file);
  const refusal = UNREADABLE.get(ending);
  if (refusal !== undefined) return [unread(file, refusal)];
  const decoded =
    typeof content === 'string' ? { text: content } : decode(content, file, options.encoding);
  if ('problem' in decoded) return [{ problems: [decoded.problem] }];
  return (FORMATS.get(ending) ?? readDraft)(decoded.text, file, options);
};

/** More keys than this say no more than that the file is another program’s. */
const MAX_UNUSED = 20;

/** All posts of a file, and every reason why others could not be read. */
export interface PostsRead extends Loaded<readonly Post[]> {
  /** Posts that could not be read, each with one problem or more; a file that could not is one. */
  readonly unread: number;
  /** Keys of data files that mean nothing to us, the first twenty of them. */
  readonly unusedKeys: readonly string[];
}

export const readPosts = async (
  content: Uint8Array | string,
  file: string,
  options: InputOptions,
): Promise<PostsRead> => {
  const posts: Post[] = [];
  const problems: Problem[] = [];
  const unusedKeys = new Set<string>();
  let unreadPosts = 0;
  const take = (reading: Reading): void => {
    if ('post' in reading) {
      posts.push(reading.post);
      for (const key of reading.unusedKeys) {
        if (unusedKeys.size < MAX_UNUSED) unusedKeys.add(key);
      }
    } else {
      problems.push(...reading.problems);
      unreadPosts += 1;
    }
  };
  const all = readings(content, file, options);
  // Waiting for what is there already would take longer than reading it.
  if (Symbol.iterator in all) for (const reading of all) take(reading);
  else for await (const reading of all) take(reading);
  return { value: posts, problems, unread: unreadPosts, unusedKeys: [...unusedKeys] };
};
