import type {
  FactName,
  InspectedPost,
  SeenAccount,
  SeenFact,
  SeenPerson,
  SeenPicture,
  SeenTarget,
} from '../core/inspection.ts';
import { FACT_NAMES } from '../core/inspection.ts';
import type { Post } from '../core/post.ts';
import type { School } from '../core/school.ts';
import type { Span, Where } from '../core/span.ts';
import type { Document, Part } from '../document/document.ts';
import { people } from '../facts/people.ts';
import { namesakes } from '../facts/people/namesakes.ts';
import type { Picture } from '../facts/pictured.ts';
import { pictured } from '../facts/pictured.ts';
import { targets } from '../facts/targets.ts';
import { whereOf } from '../facts/where.ts';
import { toIso } from '../time/zone.ts';
import { FACTS } from './inspect/facts.ts';
import { instantOf } from './judge.ts';
import { namesIn } from './names.ts';
import type { LoadEncoder } from './tools.ts';
import { FRESH_TOOLS, readDocument } from './tools.ts';

export interface InspectBench {
  readonly school: School;
  /** The moment of the run: when a draft without a time would go out. */
  readonly nowMs: number;
  /** IANA zone in which times are shown. */
  readonly timezone: string;
  readonly loadEncoder?: LoadEncoder | undefined;
}

interface Placed {
  readonly part: Part;
  readonly span: Span;
}

const stretchOf = (document: Document, part: Part, span: Span) => {
  const { start, end } = document.place(part, span).span;
  return { text: part.source.slice(start, end), start, end };
};

const seen = (document: Document, { part, span }: Placed, holder?: Where) => ({
  ...stretchOf(document, part, span),
  where: holder && part === document.body ? holder : whereOf(document, part, span),
});

/** The text before pictures, left to right, the longer of two that begin together first. */
const inReadingOrder = <Fact extends Placed>(
  { parts }: Document,
  found: readonly Fact[],
): readonly Fact[] => {
  const order = new Map(parts.map((part, index) => [part, index]));
  return [...found].sort(
    (a, b) =>
      order.get(a.part)! - order.get(b.part)! ||
      a.span.start - b.span.start ||
      b.span.end - a.span.end,
  );
};

/** People, and what looks like one and is none. */
const peopleIn = (document: Document): readonly SeenPerson[] => {
  const named = document.facts(people);
  const others = document
    .facts(namesakes)
    .map(({ what, ...one }) => ({ ...one, who: what, form: 'given' as const }));
  return inReadingOrder(document, [...named, ...others]).map((mention) => ({
    ...seen(document, mention),
    form: mention.form,
    who: mention.who === 'adult' ? 'other-adult' : mention.who,
    confidence: mention.confidence,
    evidence: mention.evidence,
  }));
};

const targetsIn = (document: Document): readonly SeenTarget[] => {
  const found = Object.values(targets).flatMap((detector) => document.facts(detector));
  return inReadingOrder(document, found).map((one) => ({
    ...seen(document, one),
    kind: one.kind,
    target: one.target,
    isNamed: one.isNamed,
    withGroup: one.withGroup,
    confidence: one.confidence,
    evidence: one.evidence,
  }));
};

const NOTHING_TOLD = 'neither its record nor an alt text says what it shows';

const pictureOf = (document: Document, picture: Picture): SeenPicture => {
  const { index, shows, place, isDeclared, confidence, evidence } = picture;
  return {
    where: place ? place.part.name : `media[${index}]`,
    words: place ? stretchOf(document, place.part, place.span) : null,
    kind: shows,
    isDeclared,
    confidence,
    evidence: evidence.length > 0 ? evidence : [NOTHING_TOLD],
  };
};

const factsIn = (document: Document, name: FactName): readonly SeenFact[] =>
  inReadingOrder(document, FACTS[name](document)).map((fact) => ({
    ...seen(document, fact, fact.holder),
    kind: fact.kind,
    evidence: fact.evidence,
  }));

const accountOf = ({ speaker: { kind, name, subject } }: Document): SeenAccount => ({
  kind,
  name,
  ...(subject !== undefined && { subject }),
});

/** All that the facts tell of one post, whatever any policy asks. */
export const inspect = (document: Document, { nowMs, timezone }: InspectBench): InspectedPost => {
  const atMs = instantOf(document.post, nowMs);
  const facts = FACT_NAMES.map((name) => [name, factsIn(document, name)] as const);
  return {
    post: document.post,
    at: atMs === null ? null : toIso(atMs, timezone),
    account: accountOf(document),
    people: peopleIn(document),
    targets: targetsIn(document),
    pictures: document.facts(pictured).map((picture) => pictureOf(document, picture)),
    facts: Object.fromEntries(facts) as InspectedPost['facts'],
    names: namesIn(document),
  };
};

/** Inspects posts one by one, as they come. */
export async function* inspectPosts(
  posts: Iterable<Post> | AsyncIterable<Post>,
  bench: InspectBench,
): AsyncGenerator<InspectedPost> {
  let tools = FRESH_TOOLS;
  for await (const post of posts) {
    const document = await readDocument(post, bench.school, tools, bench.loadEncoder);
    tools = document.tools;
    yield inspect(document, bench);
  }
}
