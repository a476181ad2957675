import type { Breach, CheckInput } from '../checks/check.ts';
import type { Condition } from '../core/policy.ts';
import type { Askable } from './conditions.ts';

type Run = (input: CheckInput) => Iterable<Breach>;

/** What of a rule’s `unless` speaks of events and of urgent news. */
export type Exemption =
  | { readonly asks: 'event' | 'urgent'; readonly wanted: true | string | readonly string[] }
  | { readonly asks: 'event-wording'; readonly run: Run; readonly runTrips: Run }
  | { readonly asks: 'urgency-wording'; readonly run: Run };

/** The condition and all those inside it that must or may hold; what must not is no reason. */
const inside = (condition: Condition): readonly Condition[] => [
  condition,
  ...[...(condition.all ?? []), ...(condition.any ?? [])].flatMap(inside),
];

const withTripsAlone = (params: NonNullable<Condition['with']>) => {
  const { kinds } = params;
  const hasTrips = !Array.isArray(kinds) || kinds.includes('trip');
  return hasTrips ? { ...params, kinds: ['trip'] } : undefined;
};

const wordingOf = ({ check, with: params = {} }: Condition, ask: Askable): readonly Exemption[] => {
  if (check === 'urgency-wording') return [{ asks: check, run: ask.check(check, params) }];
  if (check !== 'event-wording') return [];
  const trips = withTripsAlone(params);
  const runTrips: Run = trips ? ask.check(check, trips) : () => [];
  return [{ asks: check, run: ask.check(check, params), runTrips }];
};

export const exemptionsOf = (unless: Condition, ask: Askable): readonly Exemption[] =>
  inside(unless).flatMap((condition): readonly Exemption[] => {
    const { event, urgent } = condition;
    return [
      ...(event !== undefined && event !== false
        ? [{ asks: 'event' as const, wanted: event }]
        : []),
      ...(urgent !== undefined && urgent !== false
        ? [{ asks: 'urgent' as const, wanted: urgent }]
        : []),
      ...wordingOf(condition, ask),
    ];
  });
