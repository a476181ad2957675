import { remembered } from '../../core/remembered.ts';
import { wordMarks } from '../word-marks.ts';
import { headingFinder, indexOf } from '../wording.ts';
import type { Word } from '../words.ts';

const headingsOf = headingFinder('one-child');

/** The words of a document that stand in the list by themselves, with their headings. */
export const listedWords = wordMarks((key) => {
  const headings = headingsOf(key);
  return headings.size === 0 ? undefined : headings;
});

/** What must stand right before a noun that needs one of certain words there: `noun word word`. */
const pairOf = remembered((noun): readonly string[] | undefined =>
  indexOf('one-child')
    .lines(noun)
    .find(({ heading }) => heading === 'pairs')
    ?.text.split(' ')
    .slice(1),
);

/** How far back the words that describe a child may reach. */
const REACH = 8;

/** Make one child of a word for anybody: "little superstar", "small person", "young writer". */
const YOUTH =
  /^(?:young|younger|youngest|little|littlest|small|smallest|smaller|tiny|tiniest|wee)$/u;
/** Make one child of "our" and a part somebody plays: "our newest recruit". */
const RECORD = /^(?:newest|quietest|bravest|fastest|mystery)$/u;

/** The words of one child's mention: the noun, what describes it and what opens it. */
export interface Mention {
  readonly first: number;
  readonly opener: string;
  readonly between: readonly string[];
}

/** Goes back from a noun through the words that describe it to the one that opens the phrase. */
const findOpening = (all: readonly Word[], at: number): Mention | undefined => {
  const between: string[] = [];
  for (let back = at - 1; back >= 0 && back >= at - REACH; back -= 1) {
    const { key } = all[back]!;
    if (all[back + 1]!.startsSentence || headingsOf(key).has('any')) return undefined;
    if (headingsOf(key).has('one')) {
      const before = all[back]!.startsSentence ? undefined : all[back - 1]?.key;
      if (key === 'certain' && before === 'a') return { first: back - 1, opener: key, between };
      return before !== undefined && headingsOf(before).has('any')
        ? undefined
        : { first: back, opener: key, between };
    }
    if (headingsOf(key).has('stop')) return undefined;
    between.unshift(key);
  }
  return undefined;
};

/** Whose child or player it is, or how young: "our keeper", "a young writer". */
const isOursOrYoung = ({ opener, between }: Mention): boolean =>
  opener === 'our' ||
  opener === 'my' ||
  between.some((word) => YOUTH.test(word) || RECORD.test(word));

/** How the noun of a mention speaks of one child: by what a child is, looks like or does. */
export type NounKind = 'child' | 'small' | 'role';

export interface NounMention extends Mention {
  readonly kind: NounKind;
  /** "the boy", "a pupil": says nothing yet about which one. */
  readonly isVague: boolean;
  /** One child of this school even where no class or year is given. */
  readonly isOurs: boolean;
}

/** The mention of one child that ends with the word at `at`, if the words before it open one. */
export const findNounMention = (all: readonly Word[], at: number): NounMention | undefined => {
  const { key } = all[at]!;
  const headings = headingsOf(key);
  if (headings.size === 0) return undefined;
  const [isChild, isSmall, isRole] = ['child', 'small', 'role'].map((one) => headings.has(one));
  if (!isChild && !isSmall && !isRole) return undefined;
  const pair = pairOf(key);
  if (pair && !pair.includes(all[at - 1]?.key ?? '')) return undefined;
  const mention = findOpening(all, at);
  if (!mention || mention.between.some((word) => headingsOf(word).has('not-a-child')))
    return undefined;
  const { opener, between } = mention;
  const isOurs = isOursOrYoung(mention);
  const isVague = /^(?:an?|the|our)$/u.test(opener);
  if (isChild) return { ...mention, kind: 'child', isVague, isOurs: isOurs || opener === 'the' };
  const isYoung =
    key === 'one' ? YOUTH.test(between.at(-1) ?? '') : between.some((word) => YOUTH.test(word));
  if (isSmall && isYoung) return { ...mention, kind: 'small', isVague, isOurs: true };
  return isRole ? { ...mention, kind: 'role', isVague, isOurs } : undefined;
};

/** Whether the next word makes the noun the first half of another: "pupil voice", "student teacher". */
export const opensCompound = (text: string, all: readonly Word[], at: number): boolean => {
  const next = all[at + 1];
  return (
    next !== undefined &&
    headingsOf(next.key).has('compound') &&
    /^[ -]$/u.test(text.slice(all[at]!.span.end, next.span.start))
  );
};
