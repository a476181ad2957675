import type { Span } from '../../core/span.ts';
import type { Part } from '../../document/document.ts';
import type { PersonMention } from '../../facts/people.ts';

/** Names that stand in one list, `Ava, Kofi & Maja`; often just one. */
export interface NameList {
  readonly part: Part;
  readonly span: Span;
  readonly mentions: readonly PersonMention[];
}

const JOINS = /^(?: ?\([^()\n]{1,12}\))? ?(?:,|&|and|\+|\/|, ?and|, ?&) ?$/u;

/** Names of one part that nothing but commas and `and` keeps apart are one list. */
export const nameLists = (mentions: readonly PersonMention[]): readonly NameList[] => {
  const lists: NameList[] = [];
  for (const mention of mentions) {
    const { part, span } = mention;
    const last = lists.at(-1);
    const gap = last?.part === part ? part.text.slice(last.span.end, span.start) : '';
    if (last && JOINS.test(gap.replaceAll(/\s+/gu, ' '))) {
      lists[lists.length - 1] = {
        part,
        span: { start: last.span.start, end: span.end },
        mentions: [...last.mentions, mention],
      };
    } else lists.push({ part, span, mentions: [mention] });
  }
  return lists;
};

const LONGEST_SENTENCE = 300;

/** Where the sentence that holds a span ends. */
export const sentenceEnd = ({ text }: Part, { end }: Span): number => {
  const length = text.slice(end, end + LONGEST_SENTENCE).search(/[.!?\n]/u);
  return length < 0 ? Math.min(text.length, end + LONGEST_SENTENCE) : end + length;
};

/** Where the sentence that holds a span starts. */
export const sentenceStart = ({ text }: Part, { start }: Span): number => {
  const from = Math.max(0, start - LONGEST_SENTENCE);
  const ends = [...text.slice(from, start).matchAll(/[.!?\n]/gu)];
  return from + (ends.at(-1)?.index ?? -1) + 1;
};

/** The parts in which a grown-up is named, to whom a `she` may belong. */
export const partsWithGrownUps = (mentions: readonly PersonMention[]): ReadonlySet<Part> =>
  new Set(mentions.filter(({ who }) => who !== 'child').map(({ part }) => part));
