import { remembered } from '../core/remembered.ts';
import type { Detector, Document } from '../document/document.ts';
import { words } from './words.ts';

/** A word of which a reader knows something; `at` counts the words of the document in reading order. */
export interface Mark<Value> {
  readonly at: number;
  readonly value: Value;
}

/** What is to be known of a word, by its key; undefined: nothing. */
type Read<Value> = (key: string) => Value | undefined;

interface Known {
  /** How many readers were asked of the word. */
  asked: number;
  readonly values: { readonly reader: number; readonly value: unknown }[];
}

const readers: Read<unknown>[] = [];
const knownOf = remembered((): Known => ({ asked: 0, values: [] }));

const NONE: readonly Mark<never>[] = [];

interface Marked {
  /** How many readers were asked of the document. */
  readonly asked: number;
  readonly marks: readonly (readonly Mark<unknown>[] | undefined)[];
}

/** One look at each word for all readers that were asked of any document so far. */
const marked: Detector<Marked> = (document) => {
  const marks: Mark<unknown>[][] = [];
  document.facts(words).forEach(({ key }, at) => {
    const known = knownOf(key);
    for (; known.asked < readers.length; known.asked += 1) {
      const value = readers[known.asked]!(key);
      if (value !== undefined) known.values.push({ reader: known.asked, value });
    }
    for (const { reader, value } of known.values) (marks[reader] ??= []).push({ at, value });
  });
  return [{ asked: readers.length, marks }];
};

/**
 * Finds the words of a document of which something is known. A text is walked once for all that ask,
 * and who knows none of its words hears so at once. For readers that stand as long as the program.
 */
export const wordMarks = <Value>(
  read: Read<Value>,
): ((document: Document) => readonly Mark<Value>[]) => {
  let number: number | undefined;
  return (document) => {
    number ??= readers.push(read) - 1;
    const [{ asked, marks }] = document.facts(marked) as [Marked];
    // Nobody has asked before this document was walked.
    if (number >= asked) return marksAlone(read)(document);
    return (marks[number] ?? NONE) as readonly Mark<Value>[];
  };
};

/** The same for readers that come and go. */
export const marksAlone =
  <Value>(read: Read<Value>): ((document: Document) => readonly Mark<Value>[]) =>
  (document) => {
    const found: Mark<Value>[] = [];
    document.facts(words).forEach(({ key }, at) => {
      const value = read(key);
      if (value !== undefined) found.push({ at, value });
    });
    return found;
  };
