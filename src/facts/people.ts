import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import { addresses } from './people/addresses.ts';
import { namedAgain } from './people/again.ts';
import { namedInFile } from './people/files.ts';
import { withGrownUps } from './people/grown-ups.ts';
import { initialsIn } from './people/initials.ts';
import { judgedIn } from './people/judged.ts';
import { withOpenClaims } from './people/listed-mentions.ts';
import { overlaps } from './people/overlaps.ts';
import type { PersonMention } from './people/person.ts';
import type { Reading } from './people/reading.ts';
import { readings } from './people/reading.ts';
import type { Listed, Names } from './people/roster.ts';
import { roster } from './people/roster.ts';
import { segments } from './people/segments.ts';
import type { Settled } from './people/settled.ts';
import { settle } from './people/settled.ts';
import { isUnlikely } from './people/tagging.ts';
import { taggedIn } from './people/tags.ts';
import type { TokenLine } from './people/tokens.ts';
import { tokenLines } from './people/tokens.ts';
import { withDoubt } from './people/unlisted.ts';

export { wantsEncoder, wantsScout } from './people/reading.ts';
export { PERSON_FORMS, PERSON_KINDS } from './people/person.ts';
export type { PersonMention } from './people/person.ts';

/** One line of words: what is settled, and how probable all the rest is. */
interface Line {
  readonly line: TokenLine;
  readonly settled: Settled;
  readonly reading: Reading;
}

const inReadingOrder = (a: PersonMention, b: PersonMention): number => a.span.start - b.span.start;

const lines: Detector<Line> = (document) => {
  const names = roster(document.school.people);
  const readingOf = new Map(document.facts(readings).map((reading) => [reading.part, reading]));
  return document.facts(tokenLines).map((line) => {
    const reading = readingOf.get(line.part)!;
    const settled = settle(line, { ...names, isUnlike: isUnlikely(reading) });
    return { line, settled, reading };
  });
};

/** What lists say of names that no pupil's is. */
const NOBODYS: readonly (Listed | undefined)[] = ['other', 'mascot', 'figure'];

/** Names in tags: the words of the tag are weighed, what a list or a title says of them stands. */
const withTags = (
  judged: readonly PersonMention[],
  tagged: readonly PersonMention[],
  { aimsAtChild }: Reading,
  names: Names,
): readonly PersonMention[] => {
  const isApproved = ({ form, part, span }: PersonMention): boolean =>
    (form === 'hashtag' || form === 'handle') &&
    segments(part.text.slice(span.start, span.end)).some(({ key }) =>
      NOBODYS.includes(names.get(key)),
    );
  const isWeighed = overlaps(judged);
  const sure = tagged.filter(
    (one) => one.confidence === 'certain' || one.who !== 'child' || one.form === 'url',
  );
  const isSure = overlaps(sure);
  // The silence of the encoder or the scout about a tag is worth more than a guess.
  const guesses =
    aimsAtChild !== undefined ? [] : tagged.filter((one) => !sure.includes(one) && !isWeighed(one));
  return [...judged.filter((one) => !isSure(one) && !isApproved(one)), ...sure, ...guesses];
};

const mentionsIn = (
  { line, settled, reading }: Line,
  names: Names,
  isOwn: (handle: string) => boolean,
): readonly PersonMention[] => {
  const { mentions, open, isTaken } = settled;
  const isOwnHandle = overlaps(
    addresses(line.part.text)
      .filter(({ text }) => isOwn(text.slice(1)))
      .map(({ start, text }) => ({ span: { start, end: start + text.length } })),
  );
  const judged = judgedIn(reading, line, settled).filter(
    (one) => one.form !== 'handle' || !isOwnHandle(one),
  );
  const grown = withOpenClaims(line, [...mentions, ...withGrownUps(judged)], open).slice(
    mentions.length,
  );
  const isNamed = overlaps([...mentions, ...grown]);
  const initials = initialsIn(line).filter((mention) => !isTaken(mention) && !isNamed(mention));
  const tagged = taggedIn(line.part, names, isOwn);
  const all = [...mentions, ...withTags(grown, tagged, reading, names), ...initials];
  return withDoubt(all.sort(inReadingOrder), names);
};

/** The alt text of the picture whose file name a part is. */
const altBeside = ({ parts }: Document, { name: file }: Part): string =>
  parts.find(({ name }) => name === file.replace(/file$/u, 'alt'))?.text ?? '';

/**
 * Everybody who is named in the text, an alt text or a picture's file name. What settles the matter is
 * asked first (titles, the school's own lists), then what words, case and neighbours tell.
 */
export const people: Detector<PersonMention> = (document: Document) => {
  const names = roster(document.school.people);
  const own = new Set(document.school.accounts.map(({ handle }) => handle?.toLowerCase()));
  const isOwn = (handle: string): boolean => own.has(handle.toLowerCase());
  const all = document.facts(lines);
  const found = [
    ...all.flatMap((line) => mentionsIn(line, names, isOwn)),
    ...document.parts
      .filter(({ name }) => name.endsWith('.file'))
      .flatMap((part) => namedInFile(part, names, altBeside(document, part))),
  ];
  const settledOf = new Map(all.map(({ line, settled }) => [line.part, settled]));
  const isSettled = (part: Part, place: { readonly span: Span }): boolean =>
    settledOf.get(part)?.isTaken(place) ?? false;
  const again = namedAgain(
    document,
    all.map(({ line }) => line),
    found,
    isSettled,
    isOwn,
  );
  if (again.length === 0) return found;
  return document.parts.flatMap((part) =>
    [...found, ...again].filter((mention) => mention.part === part).sort(inReadingOrder),
  );
};
