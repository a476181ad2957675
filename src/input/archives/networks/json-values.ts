import type { Problem } from '../../../core/problem.ts';
import { listOf, mappingOf } from '../../../syntax/plain-data.ts';
import { findDamage } from '../../damage.ts';
import { createPositions, itemOffsets } from '../../json-places.ts';
import { salvageJson } from '../../json-salvage.ts';
import { walkJson } from '../../json-walk.ts';
import { createLineSplitter } from '../../line-splitter.ts';
import type { ArchiveFiles } from '../files.ts';
import { fileIn, whyUnread } from './place.ts';
import { headOf, textOf } from './text-of.ts';

/** A line of a file as JSON, or why it is none. */
export type JsonLine =
  { readonly value: unknown; readonly line: number } | { readonly problem: Problem };

/** A list that a file holds, as far as it could be read. */
export interface JsonList {
  /** All of the file. */
  readonly value: unknown;
  readonly items: readonly unknown[];
  /** Whether there is a list at all. */
  readonly isList: boolean;
  /** 1-based line of an item. */
  readonly lineOf: (index: number) => number;
  /** Bytes of an item that are no text. */
  readonly damageOf: (index: number) => Problem | undefined;
  /** What ended the reading. */
  readonly problem?: Problem;
}

/** More would not fit into one string of some engines. */
const MOST_LETTERS = 256 * 1024 * 1024;

const TOO_LARGE = 'this file is too large to be read in one piece: export a shorter time';
const EMPTY = 'this file is empty';
const TOO_LONG = 'this line is too long for one record';

const mistakeIn = (text: string): { readonly offset: number; readonly message: string } =>
  walkJson(text, 0, () => undefined) ??
  findDamage(text) ?? { offset: 0, message: 'this is no JSON' };

const readLine = (text: string, file: string, line: number, isDamaged: boolean): JsonLine => {
  try {
    if (!isDamaged || findDamage(text) === undefined)
      return { value: JSON.parse(text) as unknown, line };
  } catch {
    // Said below, with its place.
  }
  const { offset, message } = mistakeIn(text);
  return { problem: { file, line, column: offset + 1, message } };
};

/** The values of a file that has one on each line; blank lines are skipped. */
export async function* jsonLines(files: ArchiveFiles, path: string): AsyncGenerator<JsonLine> {
  const file = fileIn(files, path);
  const splitter = createLineSplitter();
  let line = 0;
  let isDamaged = false;
  const read = (written: string | null): JsonLine | undefined => {
    line += 1;
    if (written === null) return { problem: { file, line, message: TOO_LONG } };
    return written.trim() === '' ? undefined : readLine(written, file, line, isDamaged);
  };
  let damage: Problem | undefined;
  for await (const piece of textOf(files, path, file)) {
    if ('message' in piece) {
      damage = piece;
      continue;
    }
    isDamaged ||= piece.isDamaged;
    for (const written of splitter.add(piece.text)) {
      const value = read(written);
      if (value) yield value;
    }
  }
  const last = splitter.end();
  // What a damaged container cuts in two is told once, by the damage.
  const value = last === undefined || damage ? undefined : read(last);
  if (value) yield value;
  if (damage) yield { problem: damage };
}

/** Whether a file holds one list, which can be read record by record. */
export const isList = async (files: ArchiveFiles, path: string): Promise<boolean> =>
  (await headOf(files, path, 1000)).trimStart().startsWith('[');

/** Whether a file’s first line is a whole value, as in files of lines. */
export const hasLines = async (files: ArchiveFiles, path: string): Promise<boolean> => {
  for await (const first of jsonLines(files, path)) {
    return 'value' in first && typeof first.value === 'object' && !Array.isArray(first.value);
  }
  return false;
};

const wholeText = async (
  files: ArchiveFiles,
  path: string,
  file: string,
): Promise<{ readonly text: string; readonly problem?: Problem }> => {
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of textOf(files, path, file)) {
    if ('message' in piece) return { text: pieces.join(''), problem: piece };
    length += piece.text.length;
    if (length > MOST_LETTERS) return { text: '', problem: { file, message: TOO_LARGE } };
    pieces.push(piece.text);
  }
  return { text: pieces.join('') };
};

const parse = (text: string): { readonly value: unknown; readonly isWhole: boolean } => {
  try {
    return { value: JSON.parse(text) as unknown, isWhole: true };
  } catch {
    return { value: salvageJson(text)?.value, isWhole: false };
  }
};

/** The list in a file that is held whole; `findPath` says where in its value the list stands. */
export const readJsonList = async (
  files: ArchiveFiles,
  path: string,
  findPath: (value: unknown) => readonly string[],
): Promise<JsonList> => {
  const file = fileIn(files, path);
  const { text, problem: damage } = await wholeText(files, path, file);
  const { value, isWhole } = parse(text);
  const way = findPath(value);
  const list = way.reduce<unknown>((at, step) => mappingOf(at)[step], value);
  const items = listOf(list);
  const positionOf = createPositions(text);
  const starts = items.length > 0 ? itemOffsets(text, way) : [];
  const isDamaged = findDamage(text) !== undefined;
  const found = {
    value,
    items,
    isList: Array.isArray(list),
    lineOf: (index: number) => positionOf(starts[index] ?? 0).line,
    damageOf: (index: number): Problem | undefined => {
      if (!isDamaged) return undefined;
      const start = starts[index] ?? 0;
      const bad = findDamage(text.slice(start, starts[index + 1]));
      if (!bad) return undefined;
      const { line, column } = positionOf(start + bad.offset);
      return whyUnread({ file, line, record: index + 1 }, bad.message, column);
    },
  };
  if (isWhole && !damage) return found;
  if (text.trim() === '') return { ...found, problem: damage ?? { file, message: EMPTY } };
  const { offset, message } = mistakeIn(text);
  const rest = items.length > 0 ? ' (only the records before this were read)' : '';
  return {
    ...found,
    problem: damage ?? { file, ...positionOf(offset), message: `${message}${rest}` },
  };
};
