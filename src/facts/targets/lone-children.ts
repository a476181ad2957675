import type { Pattern } from '../../core/pattern.ts';
import { pattern } from '../../core/pattern.ts';
import type { Span } from '../../core/span.ts';
import type { Detector, Document, Part } from '../../document/document.ts';
import { groups } from '../groups.ts';
import { isTouched, stretchesOf } from '../stretches.ts';
import { words } from '../words.ts';
import type { NounMention } from './noun-mention.ts';
import { findNounMention, listedWords, opensCompound } from './noun-mention.ts';

/** One child spoken of without a name; the span counts the body's folded text. */
export interface LoneChild {
  readonly part: Part;
  readonly span: Span;
  /** How: by a word for a child, a year group as a person, "someone", a part played. */
  readonly pointer: 'child' | 'small' | 'role' | 'year' | 'someone';
  /** Whether the words leave no doubt that one real child of this school is meant. */
  readonly isSure: boolean;
}

/** What follows a mention and says which one it was. */
const PLACE_AFTER = pattern(
  /^,? ?(?:\((?:y|yr|year|p|aged?)? ?\d|(?:in|from) (?:the )?(?:years? \d|yr|y\d|p\d|\d[a-z]|class |\d+ \p{Lu}|reception|nursery|\p{Lu}\p{Ll}+ (?:class|room|house))|who |whose |aged? \d)/iu,
);

/** A child of fiction: `The Boy in …`, `A Girl Called …`. */
const CAPITALISED = pattern(/^\p{Lu}\p{Ll}/u);
const TITLE = pattern(/^ (?:\p{Lu}|(?:in|of|with|at) (?:the |a )?\p{Lu})/u);

const isTitle = (noun: string, after: string, { kind, between }: NounMention): boolean =>
  kind === 'child' && CAPITALISED.test(noun) && !between.includes('head') && TITLE.test(after);

/** `one of our Year 4 girls`, `one of our Y8s`, `a member of Year 3`. */
const ONE_OF = pattern(
  /(?<!\bevery |\beach )\b(?:one|a member) of (?:(?:our|my|the|your) )?(?:[\p{L}\p{N}'&-]+ ){0,5}?(?:(?:year \d{1,2}s?|y\d{1,2}s?|p\ds?|reception|nursery)(?: (?:girls|boys|lads|pupils|students|children))?|girls|boys|lads|pupils|students|children|kids|ones|learners|leavers|players|readers|writers|dancers|singers|swimmers|runners|friends|lot|own)(?![\p{L}\p{N}]| (?:tutors|teachers|families|parents|mums|dads|staff|tas|classes|tables|topics|trips|groups|governors|volunteers)\b|'s? )/giu,
);

/** A year as a person: `one Year 9 who`, `the Y7 has`. */
const YEAR_AS_PERSON = pattern(
  /\b(?:a|one|the|that|(?:a )?certain)(?: very| quiet| shy| young| brilliant| serious| kind| brave| little){0,3} (?:year ?\d{1,2}|y ?\d{1,2}|p\d)(?= (?:who|has|wrote|asked|told|walked|gave|from|on the|in|did|held|ran|said|won)\b|[.,!]? *$|: )/gim,
);

const matchesOf = (shape: Pattern, pointer: LoneChild['pointer'], part: Part): LoneChild[] =>
  [...shape.matchAll(part.text)].map(({ 0: match, index }) => ({
    part,
    span: { start: index, end: index + match.length },
    pointer,
    isSure: true,
  }));

/** Tells whether a class, a year or a who-clause says which child a mention means. */
const placing = (document: Document): ((span: Span) => boolean) => {
  const { body } = document;
  const years = document
    .facts(groups)
    .filter(({ part, kind }) => part === body && (kind === 'class' || kind === 'year'));
  const stretches = stretchesOf(years);
  return (span) =>
    PLACE_AFTER.test(body.text.slice(span.end, span.end + 40)) ||
    isTouched(stretches, { part: body, span });
};

/** `the quiet boy in 3B`, `our keeper`, `a young writer`. */
const byNoun = (document: Document): readonly LoneChild[] => {
  const { body } = document;
  const { text } = body;
  const marks = listedWords(document);
  if (marks.length === 0) return [];
  const isPlaced = placing(document);
  const all = document.facts(words).filter(({ part }) => part === body);
  return marks.flatMap(({ at }) => {
    const word = all[at];
    const mention = word && findNounMention(all, at);
    if (!mention || opensCompound(text, all, at)) return [];
    const { end } = word.span;
    if (isTitle(word.text, text.slice(end, end + 20), mention)) return [];
    const span = { start: all[mention.first]!.span.start, end };
    const placed = isPlaced(span);
    const isDescribed = mention.kind === 'child' && mention.between.length > 0;
    if (!placed && mention.isVague && !mention.isOurs && !isDescribed) return [];
    if (!placed && mention.kind === 'role' && !mention.isOurs) return [];
    const isSure = placed || !mention.isVague;
    return [{ part: body, span, pointer: mention.kind, isSure }];
  });
};

const SOMEONE =
  /(?<!\b(?:mr|mrs|ms|miss) )\b(a certain )?some(?:one|body)\b( (?:very |quite )?(?:small|special|little)\b)?/gi;

/** `someone in Reception`, `a certain someone`, `somebody very small`. */
const bySomeone = (document: Document): readonly LoneChild[] => {
  const { body } = document;
  if (!/some(?:one|body)/i.test(body.text)) return [];
  const isPlaced = placing(document);
  return [...body.text.matchAll(SOMEONE)].flatMap(({ 0: match, 1: certain, 2: small, index }) => {
    const span = { start: index, end: index + match.length };
    const isSure = certain !== undefined || small !== undefined;
    const isInClass =
      /^ (?:in|from) /i.test(body.text.slice(span.end, span.end + 6)) && isPlaced(span);
    return isSure || isInClass ? [{ part: body, span, pointer: 'someone' as const, isSure }] : [];
  });
};

/**
 * Every way in which a post points at one child it does not name, in reading order. The long patterns
 * wait for what every match holds: they take 1 ms the first time.
 */
export const loneChildren: Detector<LoneChild> = (document) => {
  const { body } = document;
  const worded = [...byNoun(document), ...bySomeone(document)];
  const taken = stretchesOf(worded);
  const small = body.text.toLowerCase();
  const shaped = [
    ...(/(?:one|member) of /.test(small) ? matchesOf(ONE_OF, 'child', body) : []),
    ...(/ (?:year|y|p) ?\d/.test(small) ? matchesOf(YEAR_AS_PERSON, 'year', body) : []),
  ].filter((child) => !isTouched(taken, child));
  return [...worded, ...shaped].sort((a, b) => a.span.start - b.span.start);
};
