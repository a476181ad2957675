import type { Span } from '../../src/core/span.ts';
import type { Score } from '../support/score.ts';
import { SCORE_HEADING, scoreCells } from '../support/score.ts';
import { printTable, printTitle, share } from '../support/table.ts';
import type { Level, ReadPost } from './found.ts';
import { ALL, isChildFound, isChildLabelled, isSame, meets, SURE } from './found.ts';

/** Spans of one post: labelled, found, and those that count neither way. */
export interface Spans {
  readonly labelled: readonly Span[];
  readonly found: readonly Span[];
  readonly neither?: readonly Span[];
}

const apart = (found: readonly Span[]): readonly Span[] => [
  ...new Map(found.map((one) => [`${one.start}:${one.end}`, one])).values(),
];

/** Adds up posts; two spans agree where `agree` says so. */
export const spanScore = (
  posts: readonly Spans[],
  agree: (a: Span, b: Span) => boolean,
): Required<Score> => {
  const total = { labelled: 0, found: 0, right: 0, met: 0 };
  for (const { labelled, found: all, neither = [] } of posts) {
    const isOpen = (one: Span): boolean =>
      neither.some((other) => meets(other, one)) && !labelled.some((other) => meets(other, one));
    const found = apart(all).filter((one) => !isOpen(one));
    total.labelled += labelled.length;
    total.found += found.length;
    total.right += found.filter((one) => labelled.some((other) => agree(other, one))).length;
    total.met += labelled.filter((one) => found.some((other) => agree(other, one))).length;
  }
  return total;
};

/** The labels know more kinds than the fact. */
const KINDS: Readonly<Record<string, string>> = { 'other-adult': 'adult', historical: 'public' };
const kindOf = (kind: string): string => KINDS[kind] ?? kind;

const printOfChildren = (posts: readonly ReadPost[]): void => {
  printTitle('Spans: mentions of a child that meet a labelled one, with exactly its span');
  printTable(
    ['counting', 'hits', 'exact', 'share'],
    [SURE, ALL].map(({ name, counts }) => {
      const hits = posts.flatMap(({ post, found }) => {
        const labelled = post.people.filter(isChildLabelled);
        return found
          .filter((one) => isChildFound(one) && counts(one))
          .filter((one) => labelled.some((other) => meets(other, one)))
          .map((one) => labelled.some((other) => isSame(other, one)));
      });
      const exact = hits.filter(Boolean).length;
      return [name, String(hits.length), String(exact), share(exact, hits.length)];
    }),
  );
};

const spansOf = ({ post, found }: ReadPost, { counts }: Level): Spans => ({
  labelled: post.people.filter(({ kind }) => kind !== 'unclear'),
  found: found.filter(counts),
  neither: post.people.filter(({ kind }) => kind === 'unclear'),
});

const printOfAnybody = (posts: readonly ReadPost[]): void => {
  printTitle('Spans: people of any kind and form, initials too');
  printTable(
    ['counting', ...SCORE_HEADING],
    [SURE, ALL].flatMap((level) => {
      const spans = posts.map((post) => spansOf(post, level));
      return [
        [`exact, ${level.name}`, ...scoreCells(spanScore(spans, isSame))],
        [`met, ${level.name}`, ...scoreCells(spanScore(spans, meets))],
      ];
    }),
  );
};

const printKinds = (posts: readonly ReadPost[]): void => {
  const pairs = posts.flatMap(({ post, found }) =>
    post.people
      .filter(({ kind }) => kind !== 'unclear')
      .map((person) => ({
        kind: kindOf(person.kind),
        taken: found.find((one) => SURE.counts(one) && meets(one, person))?.who,
      })),
  );
  const kinds = [...new Set(pairs.map(({ kind }) => kind))];
  const row = (name: string, of: typeof pairs): readonly string[] => {
    const met = of.filter(({ taken }) => taken !== undefined);
    const right = met.filter(({ kind, taken }) => kind === taken).length;
    const children = met.filter(({ kind, taken }) => taken === 'child' && kind !== taken).length;
    const figures = [of.length, met.length, right].map(String);
    return [name, ...figures, share(right, met.length), String(children)];
  };
  printTitle(`Kinds: of labelled people that were met (${SURE.name}), how many as what they are`);
  printTable(
    ['labelled as', 'labelled', 'met', 'kind right', 'share', 'taken for a child'],
    [
      ...kinds.map((kind) =>
        row(
          kind,
          pairs.filter((pair) => pair.kind === kind),
        ),
      ),
      row('all', pairs),
    ],
  );
};

export const printSpans = (posts: readonly ReadPost[]): void => {
  printOfChildren(posts);
  printOfAnybody(posts);
  printKinds(posts);
};
