import famousList from '../data/famous-addresses.txt?raw';
import list from '../data/roads.txt?raw';
import { dataLines } from '../../core/data-lines.ts';
import { readSections } from '../sections.ts';

type Section = 'road' | 'road-like' | 'house' | 'not-house' | 'date' | 'time' | 'address';

let sections: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** Whether a word, in lower case, stands in a section of the list of roads. */
export const isRoadWord = (section: Section, word: string): boolean => {
  sections ??= new Map(
    [...readSections(list)].map(([name, lines]) => [
      name,
      new Set(lines.flatMap((line) => line.split(' '))),
    ]),
  );
  return sections.get(section)!.has(word);
};

let famous: ReadonlySet<string> | undefined;

export const isFamous = (address: string): boolean =>
  (famous ??= new Set(dataLines(famousList))).has(address);
