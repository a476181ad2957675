import type { Breach, CheckInput } from '../checks/check.ts';
import { SEVERITIES } from '../core/severity.ts';
import type { Excused } from '../core/trace.ts';
import type { Document } from '../document/document.ts';
import type { EventAround } from '../time/calendar.ts';
import { calendarAround } from './conditions.ts';
import { isDeclaredAs } from './declared.ts';
import type { Exemption } from './exemptions.ts';
import type { PreparedPolicy, PreparedRule } from './prepare.ts';
import { isTrip } from './trip-titles.ts';

type Why = Omit<Excused, 'rule'>;

/** UTF-16 units: what somebody declared is no place for a story. */
const LONGEST = 60;

const cut = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).trimEnd()}…`;
};

const ofEvent = (title: string, what: string): Why => ({
  by: isTrip(title) ? 'trip' : 'event',
  what,
});

const aroundInWords = ({ event, minutes, when }: EventAround): string => {
  const title = cut(event.title);
  if (when === 'during') return title;
  if (minutes === 0) return `just ${when} ${title}`;
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ${when} ${title}`;
};

/** What somebody declared, or the calendar; the calendar tells more than a mere “yes”. */
const byEvent = (wanted: true | string | readonly string[], input: CheckInput): Why | undefined => {
  const { event } = input.document.post;
  const isDeclared = isDeclaredAs([event], wanted);
  if (isDeclared && typeof event === 'string') return ofEvent(event, cut(event));
  const found = calendarAround(input, wanted).find((one) =>
    isDeclaredAs([one.event.title], wanted),
  );
  if (found) return ofEvent(found.event.title, aroundInWords(found));
  return isDeclared ? { by: 'event', what: 'declared as an event' } : undefined;
};

const kindIn = (breaches: Iterable<Breach>): string | undefined => {
  for (const { data } of breaches) return String(data?.['kind'] ?? '');
  return undefined;
};

/** The words themselves are not told: a name may stand among them. */
const byWords = (by: Why['by'], kind: string | undefined): Why | undefined =>
  kind === undefined
    ? undefined
    : { by, what: kind === '' ? 'its wording' : `words that speak of ${kind}` };

const whyOf = (exemption: Exemption, input: CheckInput): Why | undefined => {
  const { urgent } = input.document.post;
  switch (exemption.asks) {
    case 'event':
      return byEvent(exemption.wanted, input);
    case 'urgent':
      if (!isDeclaredAs([urgent], exemption.wanted)) return undefined;
      return { by: 'urgent', what: typeof urgent === 'string' ? cut(urgent) : 'declared urgent' };
    case 'urgency-wording':
      return byWords('urgent', kindIn(exemption.run(input)));
    case 'event-wording':
      return (
        byWords('trip', kindIn(exemption.runTrips(input))) ??
        byWords('wording', kindIn(exemption.run(input)))
      );
  }
};

/** What is on record says more than what words only suggest. */
const ORDER: readonly Exemption['asks'][] = ['event', 'urgent', 'urgency-wording', 'event-wording'];

const OTHER: Why = { by: 'other', what: 'another exception of the rule' };

interface Excusable {
  readonly prepared: PreparedRule;
  readonly isExempt: (input: CheckInput) => boolean;
  readonly exemptions: readonly Exemption[];
}

const excusables = new WeakMap<PreparedPolicy, readonly Excusable[]>();

/** Rules that let posts pass for events or urgent news, the most serious first. */
const excusableIn = (policy: PreparedPolicy): readonly Excusable[] => {
  let known = excusables.get(policy);
  if (!known) {
    known = policy.rules
      .flatMap((prepared): readonly Excusable[] => {
        const exemptions = prepared.exempt?.exemptions() ?? [];
        if (!prepared.exempt || exemptions.length === 0) return [];
        const sorted = [...exemptions].sort(
          (a, b) => ORDER.indexOf(a.asks) - ORDER.indexOf(b.asks),
        );
        return [{ prepared, isExempt: prepared.exempt.holds, exemptions: sorted }];
      })
      .sort(
        (a, b) =>
          SEVERITIES.indexOf(a.prepared.rule.severity) -
          SEVERITIES.indexOf(b.prepared.rule.severity),
      );
    excusables.set(policy, known);
  }
  return known;
};

const findsSomething = ({ prepared }: Excusable, input: CheckInput): boolean => {
  for (const _ of prepared.run(input)) return true;
  return false;
};

/**
 * Why rules that the post would break let it pass: because of an event, of urgent news, of a trip. Of
 * rules of one policy that ask the same check only the most serious is told.
 */
export const excusesOf = (
  document: Document,
  policies: readonly PreparedPolicy[],
  atMs: number | null,
): readonly Excused[] =>
  policies.flatMap((policy) => {
    const input = { document, atMs, timezone: policy.policy.timezone };
    const told = new Map<string, Excused>();
    for (const excusable of excusableIn(policy)) {
      const { prepared, isExempt, exemptions } = excusable;
      const { check } = prepared.rule;
      // The check comes first: it is one of the time mostly, and most posts go out at school.
      if (told.has(check) || !findsSomething(excusable, input) || !isExempt(input)) continue;
      let why: Why | undefined;
      for (const exemption of exemptions) if ((why ??= whyOf(exemption, input))) break;
      told.set(check, { rule: prepared.id, ...(why ?? OTHER) });
    }
    return [...told.values()];
  });
