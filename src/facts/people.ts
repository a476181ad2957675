import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import { namedAgain } from './people/again.ts';
import { candidatesIn } from './people/candidates.ts';
import type { Candidate } from './people/candidates.ts';
import type { Judgement } from './people/companions.ts';
import { withCompanions } from './people/companions.ts';
import { namedInFile } from './people/files.ts';
import { withGrownUps } from './people/grown-ups.ts';
import { initialSurnamesIn } from './people/initial-surname.ts';
import { initialsIn } from './people/initials.ts';
import type { KnownPhrase } from './people/known-names.ts';
import { knownPhrases } from './people/known-names.ts';
import { listedIn, listedMention } from './people/listed.ts';
import { disputed, isDoubtful, knownMention, mentionOf, probabilityOf } from './people/named.ts';
import { otherScriptsIn } from './people/other-scripts.ts';
import { overlaps } from './people/overlaps.ts';
import type { PersonMention } from './people/person.ts';
import { roster } from './people/roster.ts';
import { speltOutIn } from './people/spelt-out.ts';
import { taggedIn } from './people/tags.ts';
import { titledIn } from './people/titled.ts';
import type { TokenLine } from './people/tokens.ts';
import { tokenLines } from './people/tokens.ts';

export { PERSON_FORMS, PERSON_KINDS } from './people/person.ts';
export type { PersonForm, PersonMention } from './people/person.ts';

type Names = ReturnType<typeof roster>;

/** One line of words: who is named beyond doubt, and the seam for a better judge of all the rest. */
interface Reading {
  readonly line: TokenLine;
  readonly settled: readonly PersonMention[];
  readonly isTaken: (place: { readonly span: Span }) => boolean;
  readonly judgements: readonly Judgement[];
}

const inReadingOrder = (a: PersonMention, b: PersonMention): number => a.span.start - b.span.start;

const isOpen = ({ candidate, probability }: Judgement): boolean =>
  isDoubtful(candidate, probability);

/** A bare name that repeats one word of a name everybody knows is that name again. */
const repeats = (line: TokenLine, phrases: readonly KnownPhrase[]) => {
  const keys = new Set(phrases.flatMap(({ kind, keys: all }) => (kind === 'place' ? [] : all)));
  return ({ from, to }: Candidate): boolean => to === from + 1 && keys.has(line.tokens[from]!.key);
};

/** The first of those that meet. */
const apartFrom = (mentions: readonly PersonMention[]): readonly PersonMention[] => {
  let end = 0;
  return [...mentions].sort(inReadingOrder).filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
};

const read = (line: TokenLine, names: Names): Reading => {
  const titled = titledIn(line);
  const apart = [...speltOutIn(line), ...otherScriptsIn(line), ...initialSurnamesIn(line)];
  const isTitled = overlaps(titled);
  const claims = listedIn(line, names).filter((claim) => !isTitled(claim));
  const isCertain = overlaps([...titled, ...claims]);
  const phrases = knownPhrases(line).filter((phrase) => !isCertain(phrase));
  const isSettled = overlaps([...titled, ...claims, ...phrases]);
  const others = apartFrom(apart.filter((mention) => !isSettled(mention)));
  const isTaken = overlaps([...titled, ...claims, ...phrases, ...others]);
  const isRepeated = repeats(line, phrases);
  const judgements = candidatesIn(line)
    .filter((candidate) => !isTaken(candidate) && !isRepeated(candidate))
    .map((candidate) => ({ candidate, probability: probabilityOf(candidate) }));
  return {
    line,
    isTaken,
    settled: [
      ...titled,
      ...claims.flatMap((claim) => listedMention(line, claim)),
      ...phrases.flatMap((phrase) => knownMention(line.part, phrase)),
      ...others,
    ],
    judgements: withCompanions(line, judgements, isTaken),
  };
};

/** Each line of words with what titles, the school's lists and the weights say. */
const readings: Detector<Reading> = (document) => {
  const names = roster(document.school.people);
  return document.facts(tokenLines).map((line) => read(line, names));
};

const NOT_DISPUTED = (): boolean => false;

/** Whether the grammar, where it was loaded, takes a doubtful candidate for something else than a name. */
const secondOpinion = (
  { line, judgements }: Reading,
  { tools: { grammar } }: Document,
): ((one: Judgement) => boolean) => {
  if (!grammar || !judgements.some(isOpen)) return NOT_DISPUTED;
  const isOther = overlaps(grammar.otherThings(line.part.text).map((span) => ({ span })));
  return (one) => isOpen(one) && isOther(one.candidate);
};

const mentionsIn = (
  reading: Reading,
  document: Document,
  names: Names,
  isOwn: (handle: string) => boolean,
): readonly PersonMention[] => {
  const { line, settled, isTaken, judgements } = reading;
  const isDisputed = secondOpinion(reading, document);
  const judged = judgements.flatMap((one) => {
    const mention = mentionOf(one.candidate, one.probability);
    if (!mention) return [];
    return isDisputed(one) ? [disputed(mention)] : [mention];
  });
  const grown = withGrownUps(judged);
  const isNamed = overlaps([...settled, ...grown]);
  const initials = initialsIn(line).filter((mention) => !isTaken(mention) && !isNamed(mention));
  const tagged = taggedIn(line.part, names, isOwn);
  return [...settled, ...grown, ...initials, ...tagged].sort(inReadingOrder);
};

/**
 * Everybody who is named in the text, an alt text or a picture's file name. What settles the matter is
 * asked first (titles, the school's own lists), then what words, case and neighbours tell.
 */
export const people: Detector<PersonMention> = (document) => {
  const names = roster(document.school.people);
  const own = new Set(document.school.accounts.map(({ handle }) => handle?.toLowerCase()));
  const isOwn = (handle: string): boolean => own.has(handle);
  const all = document.facts(readings);
  const found = [
    ...all.flatMap((reading) => mentionsIn(reading, document, names, isOwn)),
    ...document.parts
      .filter(({ name }) => name.endsWith('.file'))
      .flatMap((part) => namedInFile(part, names)),
  ];
  const readingOf = new Map(all.map((reading) => [reading.line.part, reading]));
  const lines = all.map(({ line }) => line);
  const isSettled = (part: Part, place: PersonMention): boolean =>
    readingOf.get(part)?.isTaken(place) ?? false;
  const again = namedAgain(document, lines, found, isSettled, isOwn);
  if (again.length === 0) return found;
  return document.parts.flatMap((part) =>
    [...found, ...again].filter((mention) => mention.part === part).sort(inReadingOrder),
  );
};

/** Whether a second opinion on some candidate would be worth loading the grammar for. */
export const wantsGrammar = (document: Document): boolean =>
  document.facts(readings).some(({ judgements }) => judgements.some(isOpen));
