import { pattern } from '../../core/pattern.ts';
import type { Span } from '../../core/span.ts';
import type { Document, Part } from '../../document/document.ts';
import type { GroupMention } from '../groups.ts';
import { groups } from '../groups.ts';
import { headingFinder } from '../wording.ts';
import type { Word } from '../words.ts';
import { opensCompound } from '../targets/noun-mention.ts';

const childHeadings = headingFinder('one-child');
const pictureHeadings = headingFinder('pictures');

/** `one of our Year 2 pupils` is one child; a `pupil of the week` certificate is none. */
const ONE_OF = pattern(/\bone of (?:[\p{L}\p{N}-]+ ){1,4}$/iu);
const PLURAL = /^(?:pupils|children|students|girls|boys|lads|learners|leavers|prefects)$/u;
const OFFICE =
  /^ (?:of the (?:week|month|term|year|day)\b(?! (?:holding|with|and|reading|wearing))|voice|council)/iu;
const OF_THE_WEEK = /^ of the (?:week|month|term|year|day)\b/iu;
/** A book or a painting: `Girl with a Pearl Earring`. */
const TITLE = pattern(/^ (?:with|and|in|called|who) (?:the|a|an) \p{Lu}\p{Ll}/u);
const CAPITAL = pattern(/^\p{Lu}/u);

/** `a girl's face` shows the girl. */
const FACE = /^ (?:\w+ )?(?:face|smile|grin|expression|eyes|profile)\b/u;

/** How far back the words that describe somebody may reach. */
const REACH = 5;
const YOUNG =
  /^(?:young|younger|youngest|little|littlest|small|smallest|smaller|tiny|tiniest|wee|teenage)$/u;
/** `from Year 9`, `in 4B`: whoever it is belongs to a class. */
const IN_CLASS = pattern(/^(?: \p{L}+){0,2} (?:in|from|of|for) (?:the |our )?(?:\p{L}+ )?$/iu);

/** The words right before a noun that may describe it. */
const describing = (all: readonly Word[], at: number): readonly string[] => {
  const found: string[] = [];
  for (let back = at - 1; back >= Math.max(0, at - REACH); back -= 1) {
    const { key } = all[back]!;
    if (all[back + 1]!.startsSentence || childHeadings(key).has('stop')) break;
    found.push(key);
    if (childHeadings(key).has('one')) break;
  }
  return found;
};

const isChildNoun = (part: Part, all: readonly Word[], at: number): boolean => {
  const { key, span } = all[at]!;
  if (PLURAL.test(key)) {
    return ONE_OF.test(part.text.slice(Math.max(0, span.start - 60), span.start));
  }
  if (FACE.test(part.text.slice(span.end, span.end + 30))) {
    return childHeadings(key.replace(/'s$/u, '')).has('child');
  }
  if (key.endsWith('-year-old') || pictureHeadings(key).has('one')) return true;
  if (!childHeadings(key).has('child')) return false;
  return key !== 'former' || /^(?:sixth|6th)$/u.test(all[at - 1]?.key ?? '');
};

/** `our youngest player`, `Soloist at the microphone`, `a violinist from Year 9`. */
const isPlayedByChild = (
  { text }: Part,
  all: readonly Word[],
  at: number,
  classes: readonly Span[],
): boolean => {
  const { key, span } = all[at]!;
  const headings = childHeadings(key);
  const isPupils = pictureHeadings(key).has('pupil-role');
  const isRole = headings.has('role') || isPupils;
  const isYoungPart = headings.has('small') || pictureHeadings(key).has('young-part');
  if (!isRole && !isYoungPart) return false;
  if (/^(?:super)?star$/u.test(key) && OF_THE_WEEK.test(text.slice(span.end, span.end + 20)))
    return true;
  if (all.slice(Math.max(0, at - 4), at).some((word) => pictureHeadings(word.key).has('adult'))) {
    return false;
  }
  const before = describing(all, at);
  if (before.some((word) => pictureHeadings(word).has('outsider'))) return false;
  if (before.some((word) => YOUNG.test(word))) return true;
  if (!isRole) return false;
  const isPlaced = classes.some(
    ({ start }) =>
      start > span.end && start - span.end < 40 && IN_CLASS.test(text.slice(span.end, start)),
  );
  return isPupils || before.includes('our') || isPlaced;
};

/** What may follow a bare noun that opens an alt text: `Boy with a kite`, not `Toddler slide`. */
const GOES_ON =
  /^(?:$|[^\w ]|\s(?:[\w-]+(?:ing|ed|[^su]s)|a?cross|after|and|as|at|before|being|by|during|for|from|her|his|in|is|mid|of|on|to|under|up|while|who|with)\b)/iu;

const isThing = ({ text }: Part, all: readonly Word[], at: number): boolean => {
  const { span, startsSentence } = all[at]!;
  if (startsSentence && !GOES_ON.test(text.slice(span.end, span.end + 30))) return true;
  const after = text.slice(span.end, span.end + 30);
  return (
    OFFICE.test(after) ||
    opensCompound(text, all, at) ||
    (CAPITAL.test(all[at]!.text) && TITLE.test(after))
  );
};

const isClass = ({ kind }: GroupMention): boolean => /^(?:class|year|team)$/u.test(kind);

const groupsOf = (document: Document, part: Part): readonly GroupMention[] =>
  document
    .facts(groups)
    .filter((group) => group.part === part && !/^(?:parents|staff)$/u.test(group.kind));

interface Single {
  readonly span: Span;
}

/** `a gap-toothed Year 2 grinning`, `one of the Year 11s`. */
const YEAR_AS_PERSON = pattern(
  /\b(?:one of (?:the|our) (?:[\p{L}-]+ )?|(?:an?|one|our) (?:[\p{L}-]+ ){0,3})(?:year ?\d{1,2}|y\d{1,2}|p\d)(?:(?<=one of .{0,40})s)?(?= (?:with|in|at|on|who|from|[\p{L}-]+ing)\b|[.,]|$)/giu,
);

/** `a lad in goalie gloves`, `a five-year-old girl`: the one before, once more. */
const SAME = /^ ?(?:in (?:an? |his |her )?)?(?:[\w-]+ )?$/u;

const isSamePerson = ({ text }: Part, one: Single, next: Single | undefined): boolean =>
  next !== undefined &&
  (next.span.start < one.span.end || SAME.test(text.slice(one.span.end, next.span.start)));

/** Words for one child each, or for somebody who at a school is one. */
export const singlesIn = (
  document: Document,
  part: Part,
  all: readonly Word[],
): readonly Single[] => {
  const classes = groupsOf(document, part)
    .filter(isClass)
    .map(({ span }) => span);
  const nouns = all.filter(
    (_, at) =>
      (isChildNoun(part, all, at) || isPlayedByChild(part, all, at, classes)) &&
      !isThing(part, all, at),
  );
  const years = [...part.text.matchAll(YEAR_AS_PERSON.fit(part.text))].map(
    ({ 0: words, index }) => ({
      span: { start: index, end: index + words.length },
    }),
  );
  return [...nouns, ...years]
    .sort((a, b) => a.span.start - b.span.start)
    .filter((one, index, ordered) => !isSamePerson(part, one, ordered[index + 1]));
};

const BELONGING =
  /^,? ?(?:[\w-]+ ){0,4}(?:in|from|of|on|for)(?: (?:the|our|a|his|her|\w+))?(?: \w+)? $/iu;
const POSSESSIVE = /^['’]s? (?!(?:[\w-]+ )?(?:team|teams|squad|choir|class|group|band|relay)\b)/iu;

/** Groups of children; a class that only says where one child belongs is none. */
export const groupsIn = (
  document: Document,
  part: Part,
  all: readonly Word[],
  single: readonly Single[],
): readonly GroupMention[] => {
  const { text } = part;
  const describes = (group: GroupMention): boolean =>
    single.some(({ span }) => {
      const isBefore = isClass(group) && group.kind !== 'team' && span.start >= group.span.end;
      if (isBefore && span.start - group.span.end <= 25) return true;
      const between = text.slice(span.end, group.span.start);
      return (
        isClass(group) &&
        span.end <= group.span.start &&
        (between.length <= 2 || (between.length <= 40 && BELONGING.test(between)))
      );
    });
  const overlaps = ({ span }: GroupMention): boolean =>
    single.some((one) => one.span.start < span.end && one.span.end > span.start);
  const isThings = ({ span }: GroupMention): boolean => {
    const last = all.findIndex((word) => word.span.end >= span.end);
    return (
      POSSESSIVE.test(text.slice(span.end, span.end + 30)) ||
      (last !== -1 && opensCompound(text, all, last))
    );
  };
  return groupsOf(document, part).filter(
    (group) => !describes(group) && !overlaps(group) && !isThings(group),
  );
};
