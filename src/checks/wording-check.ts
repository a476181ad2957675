import { strictObject } from 'valibot';
import type { Confidence } from '../core/severity.ts';
import type { Span } from '../core/span.ts';
import type { Document, Part } from '../document/document.ts';
import { READ_EVIDENCE } from '../facts/conduct.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import type { Breach, Check } from './check.ts';
import { defineCheck, phraseList } from './check.ts';

/** What found a place: a kind of wording, a phrase of the school’s own, or the post read as a whole. */
type Form<Kind extends string> = Kind | 'own' | 'read';

interface Told<Kind extends string> {
  readonly part: Part;
  readonly span: Span;
  readonly form: Form<NoInfer<Kind>>;
}

/** Why, for each kind of wording; the other two have words of their own. */
type Evidence<Kind extends string> = Readonly<Record<Kind, string>>;

const COMMON: Evidence<string> = { own: 'a phrase that the policy lists', read: READ_EVIDENCE };

const NOTHING: readonly Breach[] = [];

/** A breach for each place where wording tells something. */
export function* wordBreaches<const Kind extends string>(
  document: Document,
  found: readonly Told<Kind>[],
  evidence: Evidence<Kind>,
  confidenceOf: (form: Form<Kind>) => Confidence = () => 'likely',
): Generator<Breach> {
  const words: Evidence<string> = evidence;
  for (const { part, span, form } of found) {
    yield {
      where: part.name,
      range: document.place(part, span).span,
      confidence: confidenceOf(form),
      evidence: [words[form] ?? COMMON[form]!],
    };
  }
}

interface WordingCheck<Kind extends string> {
  readonly name: string;
  readonly evidence: Evidence<Kind>;
  readonly find: (document: Document) => readonly Told<Kind>[];
  readonly confidenceOf?: (form: Form<Kind>) => Confidence;
  readonly readsConduct?: boolean;
}

/** A check that flags the first wording of each part; a school adds phrases and lets others pass. */
export const wordingCheck = <const Kind extends string>({
  name,
  evidence,
  find,
  confidenceOf,
  readsConduct = false,
}: WordingCheck<Kind>): Check =>
  defineCheck({
    name,
    readsConduct,
    params: strictObject({ add: phraseList, ignore: phraseList }),
    run(own, { document }) {
      const found = firstInParts(document, find(document), own);
      return found.length === 0 ? NOTHING : wordBreaches(document, found, evidence, confidenceOf);
    },
  });
