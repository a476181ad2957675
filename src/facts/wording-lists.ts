import type { PhraseList } from './phrase-index.ts';
import type { Line } from './phrase-lines.ts';
import { entries, isGroupLine } from './phrase-lines.ts';
import { readSections } from './sections.ts';

/** Keeps the text to one byte a character; the key of no word is such a sign. */
const toAscii = (list: string): string => list.replace(/[^\0-\x7f]/gu, '#');

const linesOf = (list: string): readonly Line[] =>
  [...readSections(toAscii(list))].flatMap(([heading, lines]) =>
    lines.map((text) => ({ heading, text })),
  );

const lastHeadings = (lines: readonly Line[]): readonly Line[] =>
  [...new Map(lines.map(({ heading, text }) => [text, heading]))].map(([text, heading]) => ({
    heading,
    text,
  }));

/** A list in which a line stands under one heading, and which states its own groups of words. */
export const listInOrder = (list: string): PhraseList => {
  const lines = lastHeadings(linesOf(list));
  return {
    lines: lines.filter(({ text }) => !isGroupLine(text)),
    groupLines: lines.filter(({ text }) => isGroupLine(text)).map(({ text }) => text),
  };
};

/** A list in which a line may stand under several headings; `groups` states the words it shares. */
export const listInKinds = (list: string, groups: string): PhraseList => ({
  lines: linesOf(list),
  groupLines: entries(toAscii(groups)),
});

export const eachList = <Name extends string>(
  lists: Readonly<Record<Name, string>>,
  read: (list: string) => PhraseList,
): readonly (readonly [Name, PhraseList])[] =>
  (Object.keys(lists) as Name[]).map((name) => [name, read(lists[name])]);
