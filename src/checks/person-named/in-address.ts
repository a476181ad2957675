import type { PersonMention } from '../../facts/people.ts';
import type { Change } from './in-text.ts';

const TAG_END = /^[\p{L}\p{M}\p{N}_]*/u;
const HANDLE_END = /^[\p{L}\p{M}\p{N}_.]*/u;
const TAG_START = /[#＃][\p{L}\p{M}\p{N}_]*$/u;
const HANDLE_START = /[@＠][\p{L}\p{M}\p{N}_.]*$/u;
const ADDRESS_START = /\S*$/u;
const ADDRESS_END = /^[^\s<>"]*/u;
/** Longer addresses are cut, not read to their ends. */
const LONGEST = 200;
/** Less than this is no hashtag worth keeping. */
const SHORTEST_TAG = 4;

const lengthOf = (pattern: RegExp, text: string): number => pattern.exec(text)?.[0].length ?? 0;

/** `#WellDoneJosh` → `#WellDone`; a hashtag that makes no sense without the name goes. */
export const changesInHashtag = ({ part: { text }, span }: PersonMention): Change[] => {
  const head = TAG_START.exec(text.slice(Math.max(0, span.start - LONGEST), span.start))?.[0] ?? '';
  const tail = lengthOf(TAG_END, text.slice(span.end, span.end + LONGEST));
  const start = span.start - head.length;
  const end = span.end + tail;
  const kept = head.replace(/(?:and|_)+$/i, '');
  const isWorthKeeping =
    kept.length > SHORTEST_TAG && !/^[#＃](?:team|go|vote|happybirthday)$/iu.test(kept);
  return [{ span: { start, end }, replacement: isWorthKeeping ? kept : '' }];
};

/** A handle goes; where a preposition would be left hanging, `instead` takes its place. */
export const changesInHandle = (
  { part: { text }, span }: PersonMention,
  instead: string,
): Change[] => {
  const start =
    span.start - lengthOf(HANDLE_START, text.slice(Math.max(0, span.start - LONGEST), span.start));
  const end =
    span.end +
    lengthOf(HANDLE_END, text.slice(span.end, span.end + LONGEST).replace(/\.+(?=\s|$)/u, ''));
  const isNeeded = /\b(?:by|from|with|to|and|for|own|of|watching)\s*$/i.test(
    text.slice(Math.max(0, start - LONGEST), start),
  );
  return [{ span: { start, end }, replacement: isNeeded ? instead : '' }];
};

/** A link or an e-mail address goes as a whole: half of one leads nowhere. */
export const changesInUrl = ({ part: { text }, span }: PersonMention): Change[] => {
  const start =
    span.start - lengthOf(ADDRESS_START, text.slice(Math.max(0, span.start - LONGEST), span.start));
  return [
    {
      span: {
        start,
        end: span.end + lengthOf(ADDRESS_END, text.slice(span.end, span.end + LONGEST)),
      },
      replacement: '',
    },
  ];
};

/** `josh_smith_y4.jpg` → `pupil_y4.jpg`. */
export const changesInFile = ({ span }: PersonMention): Change[] => [
  { span, replacement: 'pupil' },
];
