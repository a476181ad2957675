import aims from './data/aims.txt?raw';
import debate from './data/debate.txt?raw';
import events from './data/events.txt?raw';
import groups from './data/groups.txt?raw';
import invitation from './data/invitation.txt?raw';
import live from './data/live.txt?raw';
import meeting from './data/meeting.txt?raw';
import notices from './data/notices.txt?raw';
import oneChild from './data/one-child.txt?raw';
import pictures from './data/pictures.txt?raw';
import timing from './data/timing.txt?raw';
import tone from './data/tone.txt?raw';
import upset from './data/upset.txt?raw';
import urgency from './data/urgency.txt?raw';
import sharedGroups from './data/wording-groups.txt?raw';
import type { Line, PhraseList } from './phrase-index.ts';
import { writeIndexes } from './phrase-index.ts';
import { entries, isGroupLine } from './phrase-lines.ts';
import { readSections } from './sections.ts';

/** Lists in which a line may stand under several headings; the groups of words are theirs alike. */
const CUES = { debate, invitation, meeting, 'one-child': oneChild, pictures, tone, upset };

/** Lists in which a line stands under one heading, the last that has it, and which state their groups. */
const SORTED = { aims, events, groups, live, notices, timing, urgency };

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

const sorted = (list: string): PhraseList => {
  const lines = lastHeadings(linesOf(list));
  return {
    lines: lines.filter(({ text }) => !isGroupLine(text)),
    groupLines: lines.filter(({ text }) => isGroupLine(text)).map(({ text }) => text),
  };
};

const all = <Name extends string>(
  lists: Readonly<Record<Name, string>>,
  read: (list: string) => PhraseList,
): readonly (readonly [Name, PhraseList])[] =>
  (Object.keys(lists) as Name[]).map((name) => [name, read(lists[name])]);

const GROUP_LINES = entries(sharedGroups);

export type WordingName = keyof typeof CUES | keyof typeof SORTED;

/** Every list of wording, made ready to be searched when the command is built. */
export default writeIndexes(
  Object.fromEntries([
    ...all(CUES, (list) => ({ lines: linesOf(list), groupLines: GROUP_LINES })),
    ...all(SORTED, sorted),
  ]),
);
