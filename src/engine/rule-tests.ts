import type { CheckInput } from '../checks/check.ts';
import type { Example, Policy, Rule } from '../core/policy.ts';
import type { School } from '../core/school.ts';
import type { Place } from '../core/span.ts';
import type { Document, Tools } from '../document/document.ts';
import type { Check } from '../checks/check.ts';
import { partOfFinding } from '../core/parts.ts';
import { examplePost } from './example.ts';
import type { PreparedRule } from './prepare.ts';
import { createAsked, preparePolicy } from './prepare.ts';
import type { LoadEncoder } from './tools.ts';
import { readDocument, toolsFor } from './tools.ts';

export type ExampleKind = 'flags' | 'allows' | 'unchecked';

/** What rules are tested with. */
export interface TestBench {
  readonly checks: ReadonlyMap<string, Check>;
  readonly school: School;
  readonly loadEncoder?: LoadEncoder | undefined;
}

/** One example of a rule, read once. */
export interface ReadExample {
  readonly kind: ExampleKind;
  readonly example: Example;
  readonly input: CheckInput;
  /** What its marks say must be flagged; empty: wherever it is, or nowhere. */
  readonly places: readonly Place[];
}

/** An example that its rule judges otherwise than it says. */
export interface Failure {
  readonly kind: ExampleKind;
  readonly example: Example;
  readonly document: Document;
  readonly expected: readonly Place[];
  readonly found: readonly Place[];
  /**
   * `silent`: nothing was flagged; `elsewhere`: not what the marks say; `flagged`: something was;
   * `checkable`: nothing was wanting; `unchecked`: what is allowed could not be judged at all.
   */
  readonly why: 'silent' | 'elsewhere' | 'flagged' | 'checkable' | 'unchecked';
}

export interface RuleTest {
  readonly rule: Rule;
  readonly examples: number;
  readonly failures: readonly Failure[];
  /** No example of the rule makes it fire. */
  readonly isMute: boolean;
}

/** Reads the examples of a rule with every library that they need. */
export const readExamples = async (
  { examples }: Rule,
  { timezone }: Policy,
  { school, loadEncoder }: TestBench,
  from: Tools,
): Promise<{ readonly examples: readonly ReadExample[]; readonly tools: Tools }> => {
  let tools = from;
  const read: ReadExample[] = [];
  for (const kind of ['flags', 'allows', 'unchecked'] as const) {
    for (const example of examples[kind] ?? []) {
      const { post, places } = examplePost(example, timezone);
      const document = await readDocument(post, school, tools, loadEncoder);
      tools = document.tools;
      const atMs = post.at.kind === 'instant' ? post.at.epochMs : null;
      read.push({ kind, example, input: { document, atMs, timezone }, places });
    }
  }
  return { examples: read, tools };
};

/** Places as the marks of an example name them: within the text, an alt text or a file name. */
const placesFound = (
  { applies, run }: PreparedRule,
  input: CheckInput,
): { readonly fires: boolean; readonly places: readonly Place[] } => {
  if (!applies(input)) return { fires: false, places: [] };
  let fires = false;
  const places: Place[] = [];
  for (const { where, range } of run(input)) {
    fires = true;
    if (range) places.push({ part: partOfFinding({ where }), span: range });
  }
  return { fires, places };
};

const keyOf = ({ part, span }: Place): string => `${part} ${span.start} ${span.end}`;

const isSame = (a: readonly Place[], b: readonly Place[]): boolean => {
  const keys = new Set(a.map(keyOf));
  const others = new Set(b.map(keyOf));
  return keys.size === others.size && [...keys].every((key) => others.has(key));
};

/** How a rule judges an example otherwise than it says; undefined when it does not. */
export const findFailure = (rule: PreparedRule, one: ReadExample): Failure | undefined => {
  const { kind, example, input, places: expected } = one;
  const { fires, places: found } = placesFound(rule, input);
  const fail = (why: Failure['why']): Failure => ({
    kind,
    example,
    document: input.document,
    expected,
    found,
    why,
  });
  if (kind !== 'flags' && fires) return fail('flagged');
  const isLacking = rule.applies(input) && rule.lacks?.(input) !== undefined;
  if (kind === 'allows') return isLacking ? fail('unchecked') : undefined;
  if (kind === 'unchecked') return isLacking ? undefined : fail('checkable');
  if (!fires) return fail('silent');
  return expected.length > 0 && !isSame(expected, found) ? fail('elsewhere') : undefined;
};

/** Runs the examples of every rule of a policy, rule by rule. */
export async function* testRules(policy: Policy, bench: TestBench): AsyncGenerator<RuleTest> {
  const asked = createAsked(bench.checks);
  const prepared = preparePolicy(policy, bench.checks, asked);
  let tools = toolsFor(asked);
  for (const one of prepared.rules) {
    const read = await readExamples(one.rule, policy, bench, tools);
    tools = read.tools;
    const failures = read.examples.flatMap((example) => findFailure(one, example) ?? []);
    const isAnswered = ({ kind, input }: ReadExample): boolean =>
      kind === 'unchecked' || (kind === 'flags' && placesFound(one, input).fires);
    const isMute = !read.examples.some(isAnswered);
    yield { rule: one.rule, examples: read.examples.length, failures, isMute };
  }
}
