import type { Problem } from '../../../core/problem.ts';
import type { Mapping } from '../../../syntax/plain-data.ts';
import { isMapping } from '../../../syntax/plain-data.ts';
import type { ArchiveFiles } from '../files.ts';
import { listItems } from '../list-records.ts';
import { hasLines, isList, jsonLines, readJsonList } from './json-values.ts';
import type { Place } from './place.ts';
import { fileIn, whyUnread } from './place.ts';

/** A record of a file with the page that it stood on, or what is wrong there. */
export type PagedItem =
  | { readonly value: unknown; readonly page: Mapping; readonly place: Place }
  | { readonly unread: Problem }
  | { readonly problem: Problem };

/** How the answers of an API are laid out. */
export interface Pages {
  /** The key under which a page keeps its records; undefined: it is a record itself. */
  readonly listIn: (page: Mapping) => string | undefined;
  /** Whether a mapping without records is a page all the same. */
  readonly isEmpty: (page: Mapping) => boolean;
}

async function* onLines(
  files: ArchiveFiles,
  path: string,
  { listIn, isEmpty }: Pages,
): AsyncGenerator<PagedItem> {
  const file = fileIn(files, path);
  let record = 0;
  for await (const line of jsonLines(files, path)) {
    if ('problem' in line) {
      const { message, line: number, column } = line.problem;
      if (number === undefined) yield line;
      else yield { unread: whyUnread({ file, line: number, record: ++record }, message, column) };
      continue;
    }
    const page = isMapping(line.value) ? line.value : {};
    const list = listIn(page);
    if (list === undefined && isMapping(line.value) && isEmpty(page)) continue;
    const held = list === undefined ? line.value : page[list];
    // A line of its own without any record is one that is none; a page without any is none at all.
    const isMany = Array.isArray(held) && (held.length > 0 || list !== undefined);
    for (const value of isMany ? (held as unknown[]) : [held]) {
      record += 1;
      yield { value, page, place: { file, line: line.line, record } };
    }
  }
}

async function* inWhole(
  files: ArchiveFiles,
  path: string,
  { listIn, isEmpty }: Pages,
): AsyncGenerator<PagedItem> {
  const file = fileIn(files, path);
  const wayOf = (value: unknown): readonly string[] => {
    const list = isMapping(value) ? listIn(value) : undefined;
    return list === undefined ? [] : [list];
  };
  const { value, items, lineOf, damageOf, problem } = await readJsonList(files, path, wayOf);
  const page = isMapping(value) ? value : {};
  const list = listIn(page);
  const single = list === undefined ? value : page[list];
  const alone = isMapping(single) && !(list === undefined && isEmpty(page)) ? [single] : undefined;
  for (const [index, item] of (alone ?? items).entries()) {
    const damage = damageOf(index);
    if (damage) yield { unread: damage };
    else yield { value: item, page, place: { file, line: lineOf(index), record: index + 1 } };
  }
  if (problem) yield { problem };
}

const NO_PAGE: Mapping = {};

/** The records of a file that holds one on each line, a page on each line, a page, or a list. */
export async function* pagedItems(
  files: ArchiveFiles,
  path: string,
  pages: Pages,
): AsyncGenerator<PagedItem> {
  if (await isList(files, path)) {
    for await (const items of listItems(files, path)) {
      for (const item of items) yield 'value' in item ? { ...item, page: NO_PAGE } : item;
    }
  } else if (await hasLines(files, path)) yield* onLines(files, path, pages);
  else yield* inWhole(files, path, pages);
}
