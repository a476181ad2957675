import type { Path } from '../../syntax/place.ts';
import { isMapping } from '../../syntax/plain-data.ts';
import { SCHEDULERS } from './index.ts';
import type { Scheduler } from './scheduler.ts';

/** Records of a file, and the way to them. */
export interface Records {
  readonly records: readonly unknown[];
  /** From the top of the file to the list, or to the one record. */
  readonly way: Path;
  readonly isList: boolean;
}

/** From the top of the file. */
export const wayTo = ({ way, isList }: Records, index: number): Path =>
  isList ? [...way, index] : way;

/** Keys under which an answer of a scheduler holds its list, or a single record. */
const WRAPPERS = ['posts', 'data', 'drafts', 'results', 'items'];

/** Records of one file are alike. */
const LOOKED_AT = 50;

const recordsAt = (value: unknown, way: Path): readonly Records[] => {
  if (Array.isArray(value)) return [{ records: value as unknown[], way, isList: true }];
  return isMapping(value) ? [{ records: [value], way, isList: false }] : [];
};

/** What may be the file’s posts: the likeliest first. */
const candidates = (value: unknown): readonly Records[] => {
  const outermost = recordsAt(value, []);
  if (!isMapping(value)) return outermost;
  return [...outermost, ...WRAPPERS.flatMap((key) => recordsAt(value[key], [key]))];
};

const countOf = ({ isRecord }: Scheduler, { records }: Records): number =>
  records.slice(0, LOOKED_AT).filter((record) => isMapping(record) && isRecord(record)).length;

/** A queue of a scheduler. */
export interface Queue extends Records {
  readonly scheduler: Scheduler;
}

/** The scheduler that most of the records look like. */
const likeliest = (found: Records): Queue | undefined => {
  let best: { scheduler: Scheduler; count: number } | undefined;
  for (const scheduler of SCHEDULERS) {
    const count = countOf(scheduler, found);
    if (count > (best?.count ?? 0)) best = { scheduler, count };
  }
  return best && { ...found, scheduler: best.scheduler };
};

const forced = (value: unknown, scheduler: Scheduler): Queue => {
  const all = candidates(value);
  const found =
    all.find((records) => countOf(scheduler, records) > 0) ??
    all.find(({ isList }) => isList) ??
    all[0];
  return { ...(found ?? { records: [value], way: [], isList: false }), scheduler };
};

/** The scheduler’s queue that a file holds: the one that is asked for, or the one that it looks like. */
export const findQueue = (value: unknown, format: string | undefined): Queue | undefined => {
  const wanted = SCHEDULERS.find(({ name }) => name === format);
  if (wanted) return forced(value, wanted);
  for (const records of candidates(value)) {
    const queue = likeliest(records);
    if (queue) return queue;
  }
  return undefined;
};
