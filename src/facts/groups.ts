import type { Pattern } from '../core/pattern.ts';
import { pattern } from '../core/pattern.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import lookalikes from './data/group-lookalikes.txt?raw';
import { entries } from './phrases.ts';
import { sortedPhraseDetector } from './wording.ts';

export const GROUP_KINDS = ['class', 'year', 'team', 'all', 'pupils', 'parents', 'staff'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** Several people mentioned as one; the span counts the part's folded text. */
export interface GroupMention {
  readonly part: Part;
  readonly span: Span;
  readonly kind: GroupKind;
}

const phrases = sortedPhraseDetector('groups');

const NUMBER =
  '(?:1[0-3]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)';
const START = "(?<![\\p{L}\\p{N}@#'’])";
const END = '(?![\\p{L}\\p{N}])';
/** `3/4`, `5 and 6`, `4, 5 and 6`, `5 and year 6`; a comma counts only where the list goes on. */
const MORE = pattern({
  source: `(?:(?: ?[/&-] ?| and | to )(?:(?:year|yr|y) ?)?${NUMBER}s?|, ?${NUMBER}(?=,| and | & ))${END}`,
  flags: 'iuy',
});
const MOST_MORE = 4;
const MAY_GO_ON = /^(?:,| ?[/&-]| [atAT])/;

/** What only its shape gives away, behind a quick look for what every match holds. */
const SHAPES: readonly {
  readonly kind: GroupKind;
  /** Holds of the text in small letters wherever the shape is in it. */
  readonly hint: RegExp;
  readonly shape: Pattern;
  /** Others may follow: `Years 3, 4 and 5`. */
  readonly isListed?: true;
}[] = [
  {
    kind: 'class',
    hint: /\d[a-z]/,
    shape: pattern(
      /(?<![\p{L}\p{N}.:,£$€/@#-])(?:1[0-3]|[1-9])[A-Z]{1,2}[1-4]?(?=['’]s|-[a-z]|[^\p{L}\p{N}'’-]|$)/gu,
    ),
  },
  {
    kind: 'class',
    hint: /class|form/,
    shape: pattern({
      source: `${START}(?:(?:class|form) ${NUMBER}[a-z]{0,2}|class of (?:19|20)?\\d\\d)${END}`,
      flags: 'giu',
    }),
  },
  {
    kind: 'class',
    hint: / (?:class|form|tutor)/,
    shape: pattern({
      source: `${START}\\p{Lu}[\\p{L}'’]+ (?:[Cc]lass|[Ff]orm|[Tt]utor [Gg]roup)${END}`,
      flags: 'gu',
    }),
  },
  {
    kind: 'year',
    hint: /y(?:ears? |rs?\.? ?)?[\dotfsen]/,
    shape: pattern({
      source: `${START}(?:years? |yrs?\\.? ?|y)${NUMBER}s?${END}`,
      flags: 'giu',
    }),
    isListed: true,
  },
  {
    kind: 'year',
    hint: /ks ?\d|eyfs|key stage/,
    shape: pattern({
      source: `${START}(?:KS ?[1-5]|EYFS|key stage ${NUMBER})${END}`,
      flags: 'giu',
    }),
  },
  {
    kind: 'year',
    hint: /yr|[fps][1-7]/,
    shape: pattern({
      source: `${START}(?:YR|FS[12]|[PS][1-7](?:[/&-][PS]?[1-7])?)(?![\\p{L}\\p{N}-])`,
      flags: 'gu',
    }),
  },
  {
    kind: 'team',
    hint: /u(?:nder[ -]?)?\d/,
    shape: pattern({
      source: `${START}(?:under[ -]?|u)(?:[5-9]|1[0-9])s?(?:${END} (?:[abc](?: team)?|boys|girls))?${END}`,
      flags: 'giu',
    }),
  },
  {
    kind: 'team',
    hint: /house|team/,
    shape: pattern({
      source: `${START}(?:\\p{Lu}[\\p{L}'’]+ [Hh]ouse|Team \\p{Lu}[\\p{L}\\p{N}'’]*)${END}`,
      flags: 'gu',
    }),
  },
];

/** Have the shape of a group and seldom are: sheets of paper, races, screens, times, weights. */
const OTHER_THINGS =
  /^(?:[23]D|[45]G|[48]K|[1-35]K|10K|1?\d[AP]M|[1-9](?:M|KM|KG)|Team (?:GB|UK|USA))$/u;
const LOOKALIKES: ReadonlySet<string> = new Set(entries(lookalikes));

const isLookalike = (text: string): boolean =>
  OTHER_THINGS.test(text) ||
  (/ (?:class|house|form)$/i.test(text) &&
    LOOKALIKES.has(text.slice(0, text.indexOf(' ')).toLowerCase()));

/** Where a list of years ends that goes on behind its first: looked for in steps, for the sake of speed. */
const listEnd = (text: string, end: number): number => {
  let last = end;
  for (let more = 0; more < MOST_MORE; more += 1) {
    if (!MAY_GO_ON.test(text.slice(last, last + 2))) break;
    const next = MORE.fit(text);
    next.lastIndex = last;
    if (!next.test(text)) break;
    last = next.lastIndex;
  }
  return last;
};

const shapesOf = (
  part: Part,
  { kind, shape, isListed }: (typeof SHAPES)[number],
): GroupMention[] => {
  const found: GroupMention[] = [];
  let end = 0;
  for (const { 0: text, index } of shape.matchAll(part.text)) {
    if (index < end || isLookalike(text)) continue;
    const own = index + text.length;
    end = isListed ? listEnd(part.text, own) : own;
    found.push({ part, kind, span: { start: index, end } });
  }
  return found;
};

const shapesIn = (part: Part): GroupMention[] => {
  const small = part.text.toLowerCase();
  return SHAPES.flatMap((one) => (one.hint.test(small) ? shapesOf(part, one) : []));
};

/** Leftmost first, the longer of two that begin together; those inside another are dropped. */
const outermost = (mentions: GroupMention[]): GroupMention[] => {
  const ordered = mentions.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: GroupMention[] = [];
  for (const mention of ordered) {
    if (mention.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(mention);
  }
  return kept;
};

/** Classes, years, teams and other groups, in reading order; file names hold none. */
export const groups: Detector<GroupMention> = (document) => {
  const listed = document.facts(phrases).flatMap(({ part, span, heading }) => {
    const kind = GROUP_KINDS.find((one) => one === heading);
    return kind ? [{ part, span, kind }] : [];
  });
  return document.parts
    .filter(({ name }) => !name.endsWith('.file'))
    .flatMap((part) =>
      outermost([...shapesIn(part), ...listed.filter((mention) => mention.part === part)]),
    );
};
