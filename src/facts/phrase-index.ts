import { remembered } from '../core/remembered.ts';
import type { Detector, Document } from '../document/document.ts';
import type { Bucket } from './phrase-buckets.ts';
import { bucketMaker } from './phrase-buckets.ts';
import type { Line } from './phrase-lines.ts';
import { lineReader } from './phrase-lines.ts';
import { sortedText, tabbed, toSortedText } from './sorted-text.ts';
import type { Mark, wordMarks } from './word-marks.ts';
import { marksAlone } from './word-marks.ts';
import type { Word } from './words.ts';
import { words } from './words.ts';

/** The lines of a list, and those that state its groups of words. */
export interface PhraseList {
  readonly lines: readonly Line[];
  readonly groupLines: readonly string[];
}

/** Finds the lines of a list by their first words. */
export interface PhraseIndex {
  readonly groupLines: () => readonly string[];
  /** The lines that may begin with a word, by its key. */
  lines(key: string): readonly Line[];
  /** Visits the words of a document with which a line of the list under a wanted heading may begin. */
  visitor(isWanted: (heading: string) => boolean): (document: Document, visit: Visit) => void;
}

/** `at` counts the words of the document in reading order. */
type Visit = (all: readonly Word[], at: number, bucket: Bucket) => void;

/** What the lists make of a word. */
interface KnownWord {
  readonly begun: Begun;
  /** Numbers of the lists of which a line may begin so. */
  readonly lists: readonly number[];
  /** What may begin so, for each visitor that has asked. */
  readonly buckets: (Bucket | undefined)[];
}

/** The first word of most lines; the others have to be read to know. */
const PLAIN_FIRST = /^[a-z'-]+(?= |$)/u;

const LINES = '\n\n';

/**
 * Lists in one text that can be searched as it is: what words the lines begin with, sorted, and the
 * lines. To read the lists for one post took 20 ms, and all of it to find fifty lines.
 */
export const writeIndexes = (lists: Readonly<Record<string, PhraseList>>): string => {
  const index = new Map<string, string>();
  let lines = '';
  const write = (line: string): string => {
    const at = lines.length.toString(36);
    lines += `${line}\n`;
    return at;
  };
  for (const [name, { lines: listed, groupLines }] of Object.entries(lists)) {
    const { firstChoices, groups } = lineReader(() => groupLines);
    const entries = new Map<string, string[]>();
    const add = (key: string, entry: string): void => {
      entries.set(key, [...(entries.get(key) ?? []), entry]);
    };
    for (const { heading, text } of listed) {
      const at = write(`${heading}|${text}`);
      const first = PLAIN_FIRST.exec(text)?.[0];
      for (const choice of first === undefined ? firstChoices(text) : [first]) {
        if (choice.endsWith('*')) add(`*${choice.slice(0, 1)}`, `${choice.slice(0, -1)}=${at}`);
        else add(choice, at);
      }
    }
    for (const [group, members] of groups()) {
      const begun = entries.get(group) ?? [];
      entries.delete(group);
      for (const member of members) for (const at of begun) add(member, at);
    }
    for (const line of groupLines) add('$', write(`$|${line}`));
    for (const [key, own] of entries) {
      index.set(key, `${index.get(key) ?? ''} ${name}:${own.join(',')}`);
    }
  }
  return toSortedText(index) + LINES + lines;
};

/** What the lists have under one key, by their names. */
type Entry = ReadonlyMap<string, readonly string[]>;

const readEntry = (rest: string): Entry =>
  new Map(
    rest
      .slice(2)
      .split(' ')
      .map((own) => {
        const colon = own.indexOf(':');
        return [own.slice(0, colon), own.slice(colon + 1).split(',')];
      }),
  );

/** Where the lines stand that may begin with a word, by the names of their lists. */
type Begun = ReadonlyMap<string, readonly string[]>;

const NOTHING: Begun = new Map();
const NOTHING_BEGINS: KnownWord = { begun: NOTHING, lists: [], buckets: [] };

/**
 * Reads what `writeIndexes` wrote; nothing is looked at before it is asked for. `marksOf`: how the
 * words are found that lines begin with.
 */
export const readIndexes = (
  text: string,
  marksOf: typeof wordMarks = marksAlone,
): ((name: string) => PhraseIndex) => {
  const end = text.indexOf(LINES);
  const start = end + LINES.length;
  const find = sortedText(text.slice(0, end), tabbed, readEntry);

  const looseOf = remembered((initial) => find(`*${initial}`));
  const read = (key: string): Begun => {
    const exact = find(key);
    const entries = [looseOf(key.slice(0, 1)), looseOf('*')];
    if (!exact && !entries.some(Boolean)) return NOTHING;
    const begun = new Map(exact);
    for (const entry of entries) {
      for (const [name, own] of entry ?? []) {
        for (const prefixed of own) {
          const equals = prefixed.lastIndexOf('=');
          if (!key.startsWith(prefixed.slice(0, equals))) continue;
          begun.set(name, [...(begun.get(name) ?? []), prefixed.slice(equals + 1)]);
        }
      }
    }
    return begun.size === 0 ? NOTHING : begun;
  };

  const lineAt = (at: string): Line => {
    const from = start + Number.parseInt(at, 36);
    const bar = text.indexOf('|', from);
    return {
      heading: text.slice(from, bar),
      text: text.slice(bar + 1, text.indexOf('\n', bar)),
    };
  };

  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
  const wordOf = remembered((key): KnownWord => {
    const begun = read(key);
    if (begun.size === 0) return NOTHING_BEGINS;
    return { begun, lists: [...begun.keys()].map(numberOf), buckets: [] };
  });

  const begun = marksOf((key) => {
    const word = wordOf(key);
    return word === NOTHING_BEGINS ? undefined : word;
  });
  /** The words that each list may begin with, by its number. */
  const openings: Detector<readonly Mark<KnownWord>[] | undefined> = (document) => {
    const found: Mark<KnownWord>[][] = [];
    for (const mark of begun(document)) {
      for (const list of mark.value.lists) (found[list] ??= []).push(mark);
    }
    return found;
  };

  let visitors = 0;
  return (name) => {
    const number = numberOf(name);
    const groupLines = (): readonly string[] =>
      (wordOf('$').begun.get(name) ?? []).map((at) => lineAt(at).text);
    const lines = (key: string): readonly Line[] =>
      [...new Set(wordOf(key).begun.get(name))].map(lineAt);
    return {
      groupLines,
      lines,
      visitor(isWanted) {
        const make = bucketMaker(groupLines, isWanted);
        const visitor = visitors;
        visitors += 1;
        return (document, visit) => {
          const opened = document.facts(openings)[number];
          if (!opened) return;
          const all = document.facts(words);
          for (const { at, value: word } of opened) {
            const { key } = all[at]!;
            visit(all, at, (word.buckets[visitor] ??= make(key, lines(key))));
          }
        };
      },
    };
  };
};
