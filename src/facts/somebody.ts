import { countWhile } from '../core/partition.ts';
import type { Confidence } from '../core/severity.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import { handles } from './handles.ts';
import { people } from './people.ts';
import { sentenceAt, sentences } from './sentences.ts';
import { loneChildren } from './targets/lone-children.ts';
import { wordingDetector } from './wording.ts';

/** One real person whom readers could tell; the span counts the part's folded text. */
export interface Somebody {
  readonly part: Part;
  readonly span: Span;
  readonly who: 'child' | 'adult';
  /** `mine`: of the writer's own family; `handle`: somebody else's account. */
  readonly by: 'name' | 'words' | 'mine' | 'handle';
  /** An adult who works at the school, as far as the words tell. */
  readonly isStaff: boolean;
  readonly confidence: Confidence;
  /** Which sentence of the post the words begin in, counted from 0. */
  readonly sentence: number;
}

const NOUNS = ['role', 'mine', 'pupil'] as const;
const nouns = wordingDetector<(typeof NOUNS)[number]>('private-facts', {
  kinds: NOUNS,
  longest: 'of-all',
  acrossSentences: false,
});

type Found = Omit<Somebody, 'sentence'>;

const named = (document: Document): Found[] =>
  document.facts(people).flatMap(({ part, span, who, form, confidence }) => {
    if (who === 'public' || who === 'fictional' || form === 'initials') return [];
    const isStaff = who === 'staff';
    return [
      {
        part,
        span,
        who: who === 'child' ? who : 'adult',
        by: 'name',
        isStaff,
        confidence,
      } as const,
    ];
  });

const unnamed = (document: Document): Found[] => [
  ...document.facts(nouns).map(({ part, span, kind }): Found => ({
    part,
    span,
    who: kind === 'pupil' ? 'child' : 'adult',
    by: kind === 'mine' ? 'mine' : 'words',
    isStaff: kind === 'role',
    confidence: 'likely',
  })),
  ...document
    .facts(loneChildren)
    .filter(({ isSure, pointer }) => isSure && pointer !== 'role')
    .map(({ part, span }): Found => ({
      part,
      span,
      who: 'child',
      by: 'words',
      isStaff: false,
      confidence: 'likely',
    })),
];

/** `the Baxter girls`, `the Doyle family`: a household that anybody could tell. */
const HOUSEHOLD =
  /\b[Tt]he (?!Year|Reception|Nursery|Class|School|Royal|Christmas)\p{Lu}\p{Ll}+ (?:family|children|twins|girls|boys|brothers|sisters|kids|siblings)\b/gu;

const households = (document: Document): Found[] =>
  document.parts.flatMap((part) =>
    [...part.text.matchAll(HOUSEHOLD)].map(({ 0: match, index }): Found => ({
      part,
      span: { start: index, end: index + match.length },
      who: 'child',
      by: 'words',
      isStaff: false,
      confidence: 'likely',
    })),
  );

const tagged = (document: Document): Found[] =>
  document
    .facts(handles)
    .filter(({ isOwn, isRetweetSource }) => !isOwn && !isRetweetSource)
    .map(({ part, span }) => ({
      part,
      span,
      who: 'adult',
      by: 'handle',
      isStaff: false,
      confidence: 'likely',
    }));

/** Everybody in particular of whom a post speaks, named or not, by place; figures of history and stories are nobody. */
export const somebodies: Detector<Somebody> = (document) => {
  const all = document.facts(sentences);
  const order = new Map(document.parts.map((part, at) => [part, at]));
  return [...named(document), ...unnamed(document), ...households(document), ...tagged(document)]
    .map((found) => ({
      ...found,
      sentence: sentenceAt(all, document.parts, found.part, found.span.start),
    }))
    .sort((a, b) => order.get(a.part)! - order.get(b.part)! || a.span.start - b.span.start);
};

/** Words about somebody. */
interface About {
  readonly part: Part;
  readonly span: Span;
  readonly sentence: number;
}

/** How far from words, in characters, those whom they are about may stand. */
const REACH = 300;

/** Those who stand near words, whatever the sentence. */
export const somebodiesNear = (document: Document, { part, span }: About): readonly Somebody[] => {
  const all = document.facts(somebodies);
  const at = document.parts.indexOf(part);
  const first = countWhile(all, (one) => {
    const place = document.parts.indexOf(one.part);
    return place < at || (place === at && one.span.start < span.start - REACH);
  });
  const found: Somebody[] = [];
  for (let next = first; next < all.length; next += 1) {
    const one = all[next]!;
    if (one.part !== part || one.span.start > span.end + REACH) break;
    found.push(one);
  }
  return found;
};

const PRONOUN =
  /\b(?:he|she|his|her|hers|him|himself|herself|he's|she's|he'll|she'll|he'd|she'd)\b/i;
/** In a hashtag, which stands behind the sentence that it belongs to. */
const TAG_BEFORE = /#[\p{L}\p{N}_]*$/u;
const LABEL = /:\s*$/u;

/** The end of a sentence, which has its colon where it has one. */
const isLabel = (document: Document, part: Part, sentence: number): boolean => {
  const found = document.facts(sentences)[sentence];
  return (
    found?.part === part &&
    LABEL.test(part.text.slice(Math.max(found.span.start, found.span.end - 8), found.span.end))
  );
};

/** The sentence of some words, cut where it is very long. */
export const sentenceAround = (document: Document, { part, span, sentence }: About): string => {
  const found = document.facts(sentences)[sentence]?.span ?? span;
  const start = Math.max(found.start, span.start - REACH);
  return part.text.slice(start, Math.min(found.end, span.end + REACH));
};

/** Whom words tell about: those of their own sentence, or of the one before where a pronoun says so. */
export const subjectsOf = (document: Document, about: About): readonly Somebody[] => {
  const near = somebodiesNear(document, about);
  const { part, span, sentence } = about;
  const here = near.filter((one) => one.sentence === sentence);
  if (here.some(({ by }) => by !== 'handle')) return here;
  const isAfterLabel = isLabel(document, part, sentence - 1);
  const opens = isAfterLabel || document.facts(sentences)[sentence]?.span.start === span.start;
  const isTold = opens || PRONOUN.test(sentenceAround(document, about));
  const isFollowed = isLabel(document, part, sentence);
  const others = near.filter((one) => {
    const distance = sentence - one.sentence;
    if (distance === 1 || distance === 2) return isTold;
    const before = part.text.slice(Math.max(0, one.span.start - 60), one.span.start);
    if (distance === -2) return opens;
    return distance === -1 && (isFollowed || opens || TAG_BEFORE.test(before));
  });
  return [...here, ...others];
};
