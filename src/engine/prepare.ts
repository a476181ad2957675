import type { Breach, Check, CheckInput } from '../checks/check.ts';
import type { Citation } from '../core/finding.ts';
import type { Policy, Rule } from '../core/policy.ts';
import type { RecordKind } from '../core/post.ts';
import { kindOf } from '../core/post.ts';
import { once } from '../core/once.ts';
import { remembered } from '../core/remembered.ts';
import type { Document } from '../document/document.ts';
import type { Predicate } from './conditions.ts';
import { compileCondition } from './conditions.ts';
import type { Exemption } from './exemptions.ts';
import { exemptionsOf } from './exemptions.ts';
import type { Template } from './template.ts';
import { template } from './template.ts';

type Run = (input: CheckInput) => Iterable<Breach>;

const OWN: readonly RecordKind[] = ['own'];

/** Whose words a rule is asked of. */
export const judgedBy = ({ judges = OWN }: Rule): readonly RecordKind[] => judges;

/** A rule with its check and conditions made ready once. */
export interface PreparedRule {
  readonly id: string;
  readonly rule: Rule;
  readonly citation: Citation;
  readonly message: Template;
  readonly advice: Template | undefined;
  readonly applies: Predicate;
  /** For audits: whether `unless` alone lets a post pass, and what of it speaks of events. */
  readonly exempt?: { readonly holds: Predicate; readonly exemptions: () => readonly Exemption[] };
  readonly run: Run;
  /** What the school has not told and the check needs; undefined when the post can be judged. */
  readonly lacks: ((input: CheckInput) => string | undefined) | undefined;
}

export interface PreparedPolicy {
  readonly policy: Policy;
  readonly rules: readonly PreparedRule[];
}

const NOTHING: readonly Breach[] = [];

/** Asks a question of a document once, whoever asks. Documents are judged one after another. */
const oncePerDocument = (run: Run): Run => {
  let document: Document | undefined;
  let timezone = '';
  let atMs: number | null = null;
  let breaches = NOTHING;
  return (input) => {
    if (input.document !== document || input.atMs !== atMs || input.timezone !== timezone) {
      ({ document, timezone, atMs } = input);
      // What asks itself on the way finds nothing.
      breaches = NOTHING;
      const found = run(input);
      breaches = Array.isArray(found) ? found : [...found];
    }
    return breaches;
  };
};

/** Checks by the ways in which they are asked. */
export interface Asked {
  /** A check with its parameters, ready to be asked. */
  question(
    name: string,
    params: Readonly<Record<string, unknown>>,
  ): Pick<PreparedRule, 'run' | 'lacks'>;
  /** Whether any question so far looks at telephone numbers. */
  readsPhones(): boolean;
  /** Whether any wants every post to be read by the encoder. */
  readsConduct(): boolean;
}

/**
 * Checks made ready, one for each way in which they are asked: five policies ask much the same, and a
 * post answers each question once.
 */
export const createAsked = (checks: ReadonlyMap<string, Check>): Asked => {
  const prepare = remembered((key) => {
    const [name, params] = JSON.parse(key) as [string, unknown];
    const check = checks.get(name)!;
    return { run: oncePerDocument(check.prepare(params)), lacks: check.prepareLacks(params) };
  });
  let readsPhones = false;
  let readsConduct = false;
  return {
    question(name: string, params: Readonly<Record<string, unknown>>) {
      const check = checks.get(name)!;
      readsPhones ||= check.readsPhones;
      readsConduct ||= check.readsConduct;
      return prepare(JSON.stringify([name, params]));
    },
    readsPhones: (): boolean => readsPhones,
    readsConduct: (): boolean => readsConduct,
  };
};

/** Makes a loaded policy ready for many posts. The loader has refused whatever could throw here. */
export const preparePolicy = (
  policy: Policy,
  checks: ReadonlyMap<string, Check>,
  asked = createAsked(checks),
): PreparedPolicy => {
  const clauses = new Map(policy.clauses.map((clause) => [clause.id, clause]));
  const rules = new Map(policy.rules.map((rule) => [rule.id, rule]));
  const ask = {
    check: (name: string, params: Readonly<Record<string, unknown>>) =>
      asked.question(name, params).run,
    /** Made ready when it is first asked. A rule that is switched off finds nothing. */
    rule: remembered((id): Run => {
      const rule = rules.get(id);
      if (!rule) return () => [];
      let prepared: PreparedRule | undefined;
      return oncePerDocument((input) => {
        prepared ??= prepareRule(rule);
        return prepared.applies(input) ? prepared.run(input) : [];
      });
    }),
  };
  const prepareRule = (rule: Rule): PreparedRule => {
    const when = rule.when && compileCondition(rule.when, ask);
    const exception = rule.unless;
    const unless = exception && compileCondition(exception, ask);
    const clause = clauses.get(rule.clause);
    const judges = judgedBy(rule);
    const concerns: Predicate = (input) =>
      judges.includes(kindOf(input.document.post)) && (!when || when(input));
    return {
      id: `${policy.info.id}/${rule.id}`,
      rule,
      citation: {
        policy: policy.info.id,
        section: clause?.section ?? '',
        clause: rule.clause,
        requires: clause?.requires ?? '',
      },
      applies: (input) => concerns(input) && !unless?.(input),
      ...(exception &&
        unless && {
          exempt: {
            holds: (input: CheckInput) => concerns(input) && unless(input),
            exemptions: once(() => exemptionsOf(exception, ask)),
          },
        }),
      message: template(rule.message),
      advice: rule.advice === undefined ? undefined : template(rule.advice),
      ...asked.question(rule.check, rule.with),
    };
  };
  return { policy, rules: policy.rules.map(prepareRule) };
};
