import type { Pattern } from '../../core/pattern.ts';
import { pattern } from '../../core/pattern.ts';
import type { PersonMention } from '../../facts/people.ts';
import type { Change } from './in-text.ts';

const TAG_END = pattern(/^[\p{L}\p{M}\p{N}_]*/u);
const HANDLE_END = pattern(/^[\p{L}\p{M}\p{N}_.]*/u);
const TAG_START = pattern(/[#＃][\p{L}\p{M}\p{N}_]*$/u);
const HANDLE_START = pattern(/[@＠][\p{L}\p{M}\p{N}_.]*$/u);
const ADDRESS_START = pattern(/\S*$/u);
const ADDRESS_END = pattern(/^[^\s<>"]*/u);
/** Longer addresses are cut, not read to their ends. */
const LONGEST = 200;
/** Less than this is no hashtag worth keeping. */
const SHORTEST_TAG = 4;

const lengthOf = (end: Pattern, text: string): number => end.exec(text)?.[0].length ?? 0;

/** What a hashtag cannot end with, and still be one. */
const HANGING =
  /(?:^[#＃](?:team|go|vote|happybirthday|our|the)|(?:for|to|by|with|from|and|of|our|is|the|go|like))$/iu;
/** Joined to what stands before or after it: `#TeamA or #TeamB`. */
const JOINED_BEFORE = /\b(?:rt|or|and|by|for|with|from|to|of|our|the|a|vs?|&|\+) ?$/iu;
const JOINED_AFTER = /^ ?(?:or|and|vs?|&|\+)\b/iu;

/**
 * `#WellDoneJosh` → `#WellDone`; a hashtag that makes no sense without the name goes, unless the
 * sentence needs it.
 */
export const changesInHashtag = ({ part: { text }, span }: PersonMention): Change[] | undefined => {
  const head = TAG_START.exec(text.slice(Math.max(0, span.start - LONGEST), span.start))?.[0] ?? '';
  const tail = lengthOf(TAG_END, text.slice(span.end, span.end + LONGEST));
  const start = span.start - head.length;
  const end = span.end + tail;
  const kept = head.replace(/(?:and|_)+$/i, '');
  const before = text.slice(Math.max(0, start - LONGEST), start);
  const isRepeated = before.toLowerCase().includes(kept.toLowerCase());
  if (kept.length > SHORTEST_TAG && !HANGING.test(kept) && !isRepeated) {
    return [{ span: { start, end }, replacement: kept }];
  }
  const after = text.slice(end, end + LONGEST);
  const isJoined = JOINED_BEFORE.test(before) || JOINED_AFTER.test(after);
  const isSubject = /(?:^|[.!?\n])\s*$/u.test(before) && /^(?: ?[!?.,:–-]| \p{Ll})/u.test(after);
  return isJoined || isSubject ? undefined : [{ span: { start, end }, replacement: '' }];
};

/** A handle goes; where a preposition would be left hanging, `instead` takes its place. */
export const changesInHandle = (
  { part: { text }, span }: PersonMention,
  instead: string,
): Change[] | undefined => {
  const sign =
    span.start - lengthOf(HANDLE_START, text.slice(Math.max(0, span.start - LONGEST), span.start));
  const isDotted = /(?:^|\s)\.$/u.test(text.slice(Math.max(0, sign - 2), sign));
  const start = isDotted ? sign - 1 : sign;
  const end =
    span.end +
    lengthOf(HANDLE_END, text.slice(span.end, span.end + LONGEST).replace(/\.+(?=\s|$)/u, ''));
  const before = text.slice(Math.max(0, start - LONGEST), start);
  const isNeeded = /\b(?:by|from|with|to|and|for|of|watching)\s*$/i.test(before);
  const isApart =
    /(?:^|[.!?,)\n]|\p{Extended_Pictographic}|\b(?:thanks|thank you|well done))\s*$/iu.test(before);
  if (!isNeeded && !isApart) return undefined;
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
