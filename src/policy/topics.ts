import { dataLines } from '../core/data-lines.ts';
import list from './data/topics.txt?raw';

/** A matter on which policies make opposite demands. */
export interface Topic {
  readonly about: string;
  /** What each side demands, by the name that clauses cite. */
  readonly sides: ReadonlyMap<string, string>;
}

const HEADING = /^\[([\w-]+)\] (.+)$/u;

const readTopics = (): ReadonlyMap<string, Topic> => {
  const topics = new Map<string, { about: string; sides: Map<string, string> }>();
  let sides = new Map<string, string>();
  for (const line of dataLines(list)) {
    const [, name, about] = HEADING.exec(line) ?? [];
    if (name !== undefined && about !== undefined) {
      sides = new Map();
      topics.set(name, { about, sides });
      continue;
    }
    const colon = line.indexOf(':');
    sides.set(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  return topics;
};

/** Every topic, by the name that clauses and a school’s `settle` cite. */
export const TOPICS: ReadonlyMap<string, Topic> = readTopics();
