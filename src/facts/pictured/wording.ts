import { pattern } from '../../core/pattern.ts';
import type { Span } from '../../core/span.ts';
import type { Document, Part } from '../../document/document.ts';
import { people } from '../people.ts';
import { headingFinder, sortedPhraseDetector } from '../wording.ts';
import type { Word } from '../words.ts';
import { words } from '../words.ts';
import { groupsIn, singlesIn } from './children.ts';

/** What an alt text says a picture shows. */
export interface Wording {
  readonly shows: 'one-child' | 'group' | 'unidentifiable' | 'work' | 'adults' | 'unknown';
  /** The words that say so; the span counts the part's folded text. */
  readonly span?: Span;
  readonly hasNameLabel: boolean;
  readonly why: string;
}

const headingsOf = headingFinder('pictures');
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

/** What is made as well as how: `a painting`, `painting the fence`. */
const MADE = /^(?:painting|drawing)$/u;
const DETERMINER = /^(?:an?|the|this|one|of|our|their|his|her)$/u;

/** Whether nobody is said to do anything but stand, smile or hold. */
export const isWithoutActivity = (document: Document, part: Part): boolean =>
  !wordsOf(document, part).some(({ key }, at, all) => {
    if (MADE.test(key)) return !DETERMINER.test(all[at - 1]?.key ?? 'a');
    return (
      (key.length > 4 && key.endsWith('ing') && !headingsOf(key).has('still')) || DOING.test(key)
    );
  });

interface Seen {
  readonly span: Span;
  readonly isPlural: boolean;
}

const text = ({ part, span }: { readonly part: Part; readonly span: Span }): string =>
  part.text.slice(span.start, span.end);

/** Children the words speak of: named and single ones, then groups. */
const childrenIn = (document: Document, part: Part, all: readonly Word[]): readonly Seen[] => {
  const single = singlesIn(document, part, all);
  const named = document
    .facts(people)
    .filter(isIn(part))
    .filter(({ who }) => who === 'child')
    .filter((one, at, list) => list.findIndex((other) => text(other) === text(one)) === at);
  const several = groupsIn(document, part, all, [...single, ...named]);
  return [
    ...(named.length > 0 ? named : single).map(({ span }) => ({ span, isPlural: false })),
    ...several.map(({ span }) => ({ span, isPlural: true })),
  ];
};

/** `painting` and `drawing` are works, unless somebody before them does it. */
const isDoing = (word: Word, children: readonly Seen[]): boolean =>
  word.key.endsWith('ing') && children.some(({ span }) => span.end < word.span.start);

/** `Year 3 clay pots`: only what describes a thing stands between a group and it. */
const LINKED =
  /\b(?:with|holding|beside|at|in|on|by|around|round|and|their|the|a|an|who|\w+ing)\b/iu;

/** `A painting of a boy`, `Poster about …`: the first thing named is a thing. */
const isOfWork = (part: Part, all: readonly Word[], children: readonly Seen[]): boolean => {
  const at = all.findIndex((word, index) => {
    const headings = headingsOf(word.key);
    const isArt = headingsOf(all[index - 1]?.key ?? '').has('art');
    const isWork =
      headings.has('work') || (isArt && /^(?:portrait|picture|photo)$/u.test(word.key));
    return isWork && !isDoing(word, children);
  });
  const work = all[at];
  if (!work) return false;
  const before = children.filter(({ span }) => span.start < work.span.start);
  if (
    before.some(
      ({ isPlural, span }) => !isPlural || LINKED.test(part.text.slice(span.end, work.span.start)),
    )
  ) {
    return false;
  }
  return !all
    .slice(0, at)
    .some(({ key }) => headingsOf(key).has('adult') || /^(?:with|holding|beside)$/u.test(key));
};

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
  const children = childrenIn(document, part, all);
  if (isOfWork(part, all, children))
    return { shows: 'work', hasNameLabel, why: 'the words speak of a thing, not of a person' };
  const [first, ...others] = children;
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
