import type { AlsoBroken, Finding } from '../core/finding.ts';
import { brokenRules } from '../core/finding.ts';
import type { Rule } from '../core/policy.ts';
import type { Notice } from '../core/problem.ts';
import type { JudgedPost, WaivedFinding } from '../core/report.ts';
import { SEVERITIES } from '../core/severity.ts';
import type { Baseline, Waiver } from '../core/waiver.ts';
import type { ExceptionSettings } from './exception-notices.ts';
import { exceptionNotices } from './exception-notices.ts';

/** Waivers and a baseline at work in one run. */
export interface Exceptions {
  /** The post with what an exception covers told apart. Counts: give it each post once, in order. */
  readonly apply: (judged: JudgedPost) => JudgedPost;
  /** `judgedAll`: the run saw every post, so that what was not used is not needed. */
  readonly notices: (judgedAll: boolean) => readonly Notice[];
}

const isInForce = ({ approved, expires }: Waiver, today: string): boolean =>
  approved <= today && today <= expires;

/** Of two for the same post and rule the longer; all else only keeps their order from mattering. */
const isBetter = (one: Waiver, other: Waiver | undefined): boolean =>
  other === undefined ||
  one.expires > other.expires ||
  (one.expires === other.expires && JSON.stringify(one) < JSON.stringify(other));

const waiversByPost = (
  waivers: readonly Waiver[],
  today: string,
): ReadonlyMap<string, ReadonlyMap<string, Waiver>> => {
  const byPost = new Map<string, Map<string, Waiver>>();
  for (const waiver of waivers.filter((one) => isInForce(one, today))) {
    const byRule = byPost.get(waiver.post) ?? new Map<string, Waiver>();
    byPost.set(waiver.post, byRule);
    if (isBetter(waiver, byRule.get(waiver.rule))) byRule.set(waiver.rule, waiver);
  }
  return byPost;
};

const bySeverity = (a: Finding, b: Finding): number =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);

const isFixed = (words: string | undefined): boolean => words?.includes('{') !== true;

/** The finding in the words of another rule, as far as these need nothing filled in. */
const inWordsOf = (finding: Finding, rule: Rule | undefined): Finding => {
  if (!rule) return finding;
  const { advice, ...rest } = finding;
  const told = isFixed(rule.advice) ? rule.advice : advice;
  return {
    ...rest,
    message: isFixed(rule.message) ? rule.message : finding.message,
    ...(told !== undefined && { advice: told }),
  };
};

/** A finding of these rules alone, under the strictest. */
const under = (
  finding: Finding,
  rules: readonly AlsoBroken[],
  ruleOf: (name: string) => Rule | undefined,
): Finding => {
  const lead = rules.reduce((worst, one) =>
    SEVERITIES.indexOf(one.severity) < SEVERITIES.indexOf(worst.severity) ? one : worst,
  );
  const also = rules.filter((one) => one !== lead);
  if (lead.rule === finding.rule) return { ...finding, also };
  return { ...inWordsOf(finding, ruleOf(lead.rule)), ...lead, also };
};

/** Applies what somebody answers for and what was there before; pure but for what it counts. */
export const createExceptions = (
  waivers: readonly Waiver[],
  baseline: Baseline | undefined,
  settings: ExceptionSettings,
): Exceptions => {
  const { today, policies } = settings;
  const byPost = waiversByPost(waivers, today);
  const used = new Set<Waiver>();
  const left = new Map([...(baseline ?? [])].map(([post, rules]) => [post, new Map(rules)]));
  const ruleOf = (name: string): Rule | undefined => {
    const policy = policies.find(({ info }) => name.startsWith(`${info.id}/`));
    return policy?.rules.find(({ id }) => name === `${policy.info.id}/${id}`);
  };

  const isKnown = (rules: Map<string, number> | undefined, rule: string): boolean => {
    const count = rules?.get(rule) ?? 0;
    if (count > 0) rules?.set(rule, count - 1);
    return count > 0;
  };

  return {
    apply(judged) {
      const { fingerprint } = judged;
      const waiving = byPost.get(fingerprint);
      const recorded = left.get(fingerprint);
      if (judged.findings.length === 0 || (!waiving && !recorded)) return judged;
      const findings: Finding[] = [];
      const waived: WaivedFinding[] = [...judged.waived];
      const known: Finding[] = [...judged.known];
      for (const finding of judged.findings) {
        const open: AlsoBroken[] = [];
        const before: AlsoBroken[] = [];
        for (const one of brokenRules(finding)) {
          const waiver = waiving?.get(one.rule);
          if (waiver) {
            used.add(waiver);
            waived.push({ finding: under(finding, [one], ruleOf), waiver });
          } else (isKnown(recorded, one.rule) ? before : open).push(one);
        }
        if (open.length > 0) findings.push(under(finding, open, ruleOf));
        if (before.length > 0) known.push(under(finding, before, ruleOf));
      }
      return { ...judged, findings: findings.sort(bySeverity), waived, known };
    },
    notices: (judgedAll) => exceptionNotices({ waivers, used, left, judgedAll }, settings),
  };
};
