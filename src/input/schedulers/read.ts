import { isMapping } from '../../syntax/plain-data.ts';
import { fileName } from '../names.ts';
import type { InputOptions, Reading } from '../reading.ts';
import { unread } from '../reading.ts';
import type { PlacesOf } from '../value-places.ts';
import { isMarkup } from './markup.ts';
import { readQueued } from './queued.ts';
import type { Queue } from './recognise.ts';
import { wayTo } from './recognise.ts';
import type { Queued, Scheduler, Thread } from './scheduler.ts';
import { createTimes } from './time-of.ts';

/** The words of a text, HTML or not; the parser is loaded when the first HTML comes. */
const wordsOf = async (text: unknown, { hasMarkup }: Scheduler): Promise<unknown> => {
  if (!hasMarkup || typeof text !== 'string' || !isMarkup(text)) return text;
  return (await import('./plain-text.ts')).toPlainText(text);
};

interface Numbered {
  readonly queued: Queued;
  readonly id: string;
  readonly thread: string | undefined;
}

/** A record’s posts with their ids: `queue.json#3`, or `queue.json#3.1` where it has several. */
const numbered = (id: string, threads: readonly Thread[], head?: string): readonly Numbered[] => {
  const isAlone = threads.reduce((sum, { length }) => sum + length, 0) === 1;
  let part = 0;
  return threads.flatMap((thread) => {
    const first = `${id}.${part + 1}`;
    return thread.map((queued) => {
      part += 1;
      const group = head ?? (thread.length > 1 ? first : undefined);
      return { queued, id: isAlone ? id : `${id}.${part}`, thread: group };
    });
  });
};

/** The posts of one record share their time, and what there is to say about it. */
const createOnce = (): ((reading: Reading) => Reading) => {
  let told = '';
  return (reading) => {
    if (!('post' in reading) || !reading.notices) return reading;
    const { notices, ...rest } = reading;
    const places = notices.map(({ line = 0, column = 0 }) => `${line}:${column}`).join();
    if (places === told) return rest;
    told = places;
    return reading;
  };
};

/** Every post of a scheduler’s queue, each through the same gate as posts of our own. */
export async function* readQueue(
  queue: Queue,
  file: string,
  { timezone }: InputOptions,
  placesOf: PlacesOf,
): AsyncGenerator<Reading> {
  const { scheduler, records } = queue;
  const [timeOf, once] = [createTimes(timezone), createOnce()];
  const heads = scheduler.heads?.(records);
  const idOf = (index: number): string => `${fileName(file)}#${index + 1}`;
  const seen = new Map<string, number>();
  for (const [index, value] of records.entries()) {
    const placeOf = placesOf(wayTo(queue, index));
    const head = heads?.get(index);
    const threads = isMapping(value) ? scheduler.threads(value) : [];
    const posts = numbered(idOf(index), threads, head === undefined ? undefined : idOf(head));
    if (posts.length === 0) {
      const message = `this is no post as ${scheduler.title} keeps it`;
      yield unread(file, message, placeOf([], 'value'));
    }
    const shared = { file, timezone, seen, placeOf, record: index + 1 };
    for (const { queued, ...own } of posts) {
      const words = await wordsOf(queued.text.value, scheduler);
      yield once(readQueued(queued, words, timeOf(queued.when), { ...shared, ...own }));
    }
  }
}
