import { pattern } from '../../core/pattern.ts';
import type { Span } from '../../core/span.ts';
import type { Document, Part } from '../../document/document.ts';
import { groups } from '../groups.ts';
import { people } from '../people.ts';
import { headingFinder, sortedPhraseDetector } from '../wording.ts';
import type { Word } from '../words.ts';
import { words } from '../words.ts';

/** What an alt text says a picture shows. */
export interface Wording {
  readonly shows: 'one-child' | 'group' | 'unidentifiable' | 'work' | 'adults' | 'unknown';
  /** The words that say so; the span counts the part's folded text. */
  readonly span?: Span;
  readonly hasNameLabel: boolean;
  readonly why: string;
}

const headingsOf = headingFinder('pictures');
const isChild = (key: string): boolean => childHeadings(key).has('child');
const childHeadings = headingFinder('one-child');

const phrases = sortedPhraseDetector('pictures', {
  headings: ['unidentifiable', 'posed', 'label'],
});

const findPhrase = (document: Document, part: Part, heading: string): Span | undefined =>
  document.facts(phrases).find((phrase) => phrase.part === part && phrase.heading === heading)
    ?.span;

const HANDS = pattern(
  /^(?:(?:two|many|small|little|lots of|a child's|children's|\p{Lu}[\p{L}-]+['’]s) )?(?:hands|feet|fingers|boots)\b/iu,
);
const OPENER = pattern(/(?:^|\s)(?:a|an|the|one|our|this) (?:[\p{L}\p{N}-]+ ){0,4}$/iu);

/** X takes alt texts of this many characters; what a longer one says further on does not count. */
const LONGEST_ALT = 1000;

const isIn =
  (part: Part) =>
  (one: { readonly part: Part; readonly span: Span }): boolean =>
    one.part === part && one.span.start < LONGEST_ALT;

const wordsOf = (document: Document, part: Part): readonly Word[] =>
  document.facts(words).filter(isIn(part));

export const isPosed = (document: Document, part: Part): boolean =>
  findPhrase(document, part, 'posed') !== undefined;

/** Plain present: "hop", "plant"; only the few that alt texts are full of. */
const DOING =
  /^(?:hop|plant|dig|paint|read|sing|dance|play|run|race|jump|cook|bake|measure|count|build|explore|pour|stir|write|perform|act|rehearse|climb|swim|kick|throw|share|sort|work|test|record)$/u;

/** Whether nobody is said to do anything but stand, smile or hold. */
export const isWithoutActivity = (document: Document, part: Part): boolean =>
  !wordsOf(document, part).some(
    ({ key }) =>
      (key.length > 4 && key.endsWith('ing') && !headingsOf(key).has('still')) || DOING.test(key),
  );

/** `A painting of a boy`, `Poster about …`: the first thing named is a thing. */
const isOfWork = (all: readonly Word[]): boolean => {
  const child = all.findIndex(({ key }) => isChild(key));
  const first = all.slice(0, child === -1 ? undefined : child);
  const work = first.findIndex(
    ({ key }, at) =>
      headingsOf(key).has('work') ||
      (/^(?:portrait|picture|photo)$/u.test(key) &&
        headingsOf(first[at - 1]?.key ?? '').has('art')),
  );
  return (
    work !== -1 && !first.slice(0, work).some(({ key }) => /^(?:with|holding|beside)$/u.test(key))
  );
};

interface Seen {
  readonly span: Span;
  readonly isPlural: boolean;
}

/** `one of our Year 2 pupils` is one child; a `pupil of the week` certificate is none. */
const ONE_OF = pattern(/\bone of (?:[\p{L}\p{N}-]+ ){1,4}$/iu);
const PLURAL = /^(?:pupils|children|students|girls|boys|lads)$/u;

const isSingle = (part: Part, all: readonly Word[], { key, span }: Word, at: number): boolean => {
  if (PLURAL.test(key))
    return ONE_OF.test(part.text.slice(Math.max(0, span.start - 60), span.start));
  if (!isChild(key) || /^ (?:of the|voice|council)/u.test(part.text.slice(span.end))) return false;
  return key !== 'former' || /^(?:sixth|6th)$/u.test(all[at - 1]?.key ?? '');
};

/** Children the words speak of: single ones, named ones, and groups. */
const childrenIn = (document: Document, part: Part): readonly Seen[] => {
  const all = wordsOf(document, part);
  const single = all.filter((word, at) => isSingle(part, all, word, at));
  const describes = ({ end }: Span): boolean =>
    single.some(({ span }) => span.start >= end && span.start - end <= 25) ||
    single.some(({ span }) => span.end <= end && part.text.slice(span.end, end).length <= 14);
  const several = document
    .facts(groups)
    .filter(isIn(part))
    .filter(({ kind }) => !/^(?:parents|staff)$/u.test(kind))
    .filter(({ kind, span }) => !/^(?:class|year)$/u.test(kind) || !describes(span))
    .filter(
      ({ span }) => !single.some((one) => one.span.start < span.end && one.span.end > span.start),
    );
  const named = document
    .facts(people)
    .filter(isIn(part))
    .filter(({ who }) => who === 'child')
    .filter((one, at, list) => list.findIndex((other) => text(other) === text(one)) === at);
  return [
    ...(named.length > 0 ? named : single).map(({ span }) => ({ span, isPlural: false })),
    ...several.map(({ span }) => ({ span, isPlural: true })),
  ];
};

const text = ({ part, span }: { readonly part: Part; readonly span: Span }): string =>
  part.text.slice(span.start, span.end);

/** An alt text that begins with hands or feet shows no more of anybody. */
const findHands = ({ text: alt }: Part): Span | undefined => {
  const match = HANDS.exec(alt);
  return match ? { start: 0, end: match[0].length } : undefined;
};

/** Reads what an alt text says a picture shows. */
export const readWording = (document: Document, part: Part): Wording => {
  const all = wordsOf(document, part);
  const hasNameLabel = findPhrase(document, part, 'label') !== undefined;
  const hidden = findPhrase(document, part, 'unidentifiable') ?? findHands(part);
  if (hidden) {
    return {
      shows: 'unidentifiable',
      span: hidden,
      hasNameLabel,
      why: 'the words say that nobody can be recognised',
    };
  }
  if (isOfWork(all))
    return { shows: 'work', hasNameLabel, why: 'the words speak of a thing, not of a person' };
  const [first, ...others] = childrenIn(document, part);
  if (first) {
    const isGroup = first.isPlural || others.length > 0;
    const opener = OPENER.exec(part.text.slice(0, first.span.start));
    const start = opener ? opener.index + (/^\s/u.test(opener[0]) ? 1 : 0) : first.span.start;
    return isGroup
      ? {
          shows: 'group',
          span: first.span,
          hasNameLabel,
          why: 'the words speak of several children',
        }
      : {
          shows: 'one-child',
          span: { start, end: first.span.end },
          hasNameLabel,
          why: 'the words speak of one child',
        };
  }
  const isAdults = all.some(({ key }) => headingsOf(key).has('adult'));
  return {
    shows: isAdults ? 'adults' : 'unknown',
    hasNameLabel,
    why: isAdults ? 'the words speak of grown-ups' : 'the words do not say',
  };
};
