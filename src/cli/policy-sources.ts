import path from 'node:path';
import { dataLines } from '../core/data-lines.ts';
import { remembered } from '../core/remembered.ts';
import type { ListRead, Sources } from '../policy/sources.ts';
import { NO_SOURCES } from '../policy/sources.ts';
import { readText } from './read-text.ts';

const MOST_ENTRIES = 10_000;
/** In all places of one file that name lists: each is read by itself. */
const MOST_TOGETHER = 50_000;

const readList = (file: string, named: string): ListRead => {
  const read = readText(file, named);
  if ('problem' in read) return { message: read.problem.message };
  const entries = dataLines(read.text);
  if (entries.length > MOST_ENTRIES) {
    return { message: `a list has at most ${MOST_ENTRIES} lines` };
  }
  return entries.length > 0 ? { entries } : { message: 'it holds no words' };
};

/** Files that a policy or a configuration in this folder may name. */
export const readSources = (folder: string, base: Sources['base'] = NO_SOURCES.base): Sources => {
  const lists = remembered((named) => readList(path.resolve(folder, named), named));
  let together = 0;
  return {
    base,
    list(named) {
      const read = lists(named);
      if (!('entries' in read)) return read;
      together += read.entries.length;
      return together > MOST_TOGETHER
        ? { message: `lists have at most ${MOST_TOGETHER} lines together` }
        : read;
    },
  };
};
