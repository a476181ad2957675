import type { GenericSchema, InferOutput } from 'valibot';
import { array, optional, parse, pipe, regex, string } from 'valibot';
import type { Confidence } from '../core/severity.ts';
import type { PartName, Span, Where } from '../core/span.ts';
import type { Document } from '../document/document.ts';

/** Replaces one stretch of one part of the post, in offsets of that part as written. */
export interface Edit {
  readonly part: PartName;
  readonly span: Span;
  readonly replacement: string;
}

/** A way out that a check proposes. The engine lints it before anybody sees it. */
export type Remedy =
  | { readonly title: string; readonly edits: readonly Edit[] }
  | { readonly title: string; readonly postAtMs: number };

/** What a check yields. The engine adds rule, severity, clause and message. */
export interface Breach {
  readonly where: Where;
  /** In offsets of the part as written; null when no characters are meant. */
  readonly range: Span | null;
  readonly confidence: Confidence;
  /** Why, in words a teacher understands. Never repeats a pupil's name. */
  readonly evidence: readonly string[];
  /** Values for `{…}` in the rule's message: the check's `tells`. */
  readonly data?: Readonly<Record<string, string | number>>;
  readonly remedies?: readonly Remedy[];
}

/** What a check may look at. */
export interface CheckInput {
  readonly document: Document;
  /** Instant at which the post goes out; null: unscheduled. */
  readonly atMs: number | null;
  /** IANA zone of the policy. */
  readonly timezone: string;
}

/**
 * What has not been told and the question needs, in plain words that finish “not checkable: …”;
 * undefined when the post can be judged. The same words for every post that lacks the same.
 */
type Lacks<Params> = (params: Params, input: CheckInput) => string | undefined;

type Run<Params> = (params: Params, input: CheckInput) => Iterable<Breach>;

interface CheckDefinition<Schema extends GenericSchema> {
  readonly name: string;
  readonly params: Schema;
  /** Names that a rule's message may use in braces. */
  readonly tells?: readonly string[];
  readonly run: Run<InferOutput<Schema>>;
  readonly lacks?: Lacks<InferOutput<Schema>>;
  /** Whether it looks at telephone numbers, for which the numbering plans are loaded. */
  readonly readsPhones?: boolean;
  /** Whether every post is to be read by the encoder for it. */
  readonly readsConduct?: boolean;
}

/** A kind of question about a post, its parameters checked once per rule. */
export interface Check {
  readonly name: string;
  readonly params: GenericSchema;
  readonly tells: readonly string[];
  readonly readsPhones: boolean;
  readonly readsConduct: boolean;
  /** Throws on parameters that the schema refuses: the policy loader has reported those already. */
  prepare(params: unknown): (input: CheckInput) => Iterable<Breach>;
  /** Undefined: nothing that a school could tell is needed. Throws like `prepare`. */
  prepareLacks(params: unknown): ((input: CheckInput) => string | undefined) | undefined;
}

/** States a check's parameters once: the schema validates the YAML and types `run`. */
export const defineCheck = <const Schema extends GenericSchema>({
  name,
  params,
  tells = [],
  run,
  lacks,
  readsPhones = false,
  readsConduct = false,
}: CheckDefinition<Schema>): Check => ({
  name,
  params,
  tells,
  readsPhones,
  readsConduct,
  prepare(given) {
    const valid = parse(params, given);
    return (input) => run(valid, input);
  },
  prepareLacks(given) {
    if (!lacks) return undefined;
    const valid = parse(params, given);
    return (input) => lacks(valid, input);
  },
});

const PHRASE = /^[\p{L}\p{N}'’*/ -]+$/u;

/** Parameter of checks that read wording: phrases in plain words, `pre*` for any ending, `a/b` for either. */
export const phraseList = optional(
  array(
    pipe(string(), regex(PHRASE, 'write plain words; pre* stands for any ending, a/b for either')),
  ),
  [],
);
