import type { InspectedPost, Inspection, SeenPerson } from '../../src/core/inspection.ts';
import { FACT_NAMES } from '../../src/core/inspection.ts';
import { unmark } from '../../src/core/marks.ts';
import type { Post } from '../../src/core/post.ts';
import type { Problem } from '../../src/core/problem.ts';

type Person = Partial<SeenPerson>;

const CHILD = {
  form: 'given',
  who: 'child',
  confidence: 'certain',
  evidence: ['a given name'],
} as const;

/** An inspected post from a text with ⟦marks⟧: the nth mark is the nth person, a child unless told. */
export const inspected = (
  marked: string,
  people: readonly Person[] = [],
  post: Partial<Post> = {},
  changes: Partial<InspectedPost> = {},
): InspectedPost => {
  const { text, spans } = unmark(marked);
  const seen = spans.map((span, index): SeenPerson => ({
    text: text.slice(span.start, span.end),
    ...span,
    where: 'text',
    ...CHILD,
    ...people[index],
  }));
  return {
    post: {
      id: 'sports-day.txt',
      text,
      origin: { file: 'drafts/sports-day.txt', line: 1, record: 1, textLine: 1 },
      at: { kind: 'instant', epochMs: 0 },
      media: [],
      ...post,
    },
    at: '2026-11-23T10:42:00+00:00',
    account: { kind: 'school', name: 'school' },
    people: seen,
    targets: [],
    pictures: [],
    facts: Object.fromEntries(
      FACT_NAMES.map((name) => [name, []]),
    ) as unknown as InspectedPost['facts'],
    names: seen
      .filter(({ who }) => who === 'child')
      .map(({ start, end }) => ({ part: 'text', span: { start, end } })),
    ...changes,
  };
};

export const inspectionOf = (
  posts: readonly InspectedPost[],
  problems: readonly Problem[] = [],
): Inspection => ({ tool: { name: 'policy-lint', version: '1.2.3' }, posts, problems });
