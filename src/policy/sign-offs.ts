import type { InferOutput } from 'valibot';
import {
  array,
  description,
  exactOptional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
} from 'valibot';
import type { Cadence, Clause, Policy } from '../core/policy.ts';
import { CADENCES } from '../core/policy.ts';
import { didYouMean } from '../syntax/closest.ts';
import type { Mistake } from '../syntax/place.ts';
import { quote } from '../syntax/words.ts';
import { addMonths, isDate } from '../core/calendar-dates.ts';

const text = (about: string) =>
  pipe(string(), regex(/\S/u, 'must be text that is not empty'), description(about));

const date = pipe(
  string(),
  regex(/^\d{4}-\d{2}-\d{2}$/u, 'must be a date as 2026-09-03'),
  description('When it was confirmed last'),
);

/** `sign-offs.yaml`: what people have confirmed, a clause each. */
export const signOffsSchema = array(
  strictObject({
    clause: text('The clause, as policy/clause'),
    owner: exactOptional(text('Who confirms it here; the policy’s owner when absent')),
    every: exactOptional(picklist(CADENCES)),
    last: exactOptional(date),
    by: exactOptional(text('Who confirmed it')),
    note: exactOptional(text('What was looked at')),
  }),
);

export type SignOffs = InferOutput<typeof signOffsSchema>;

/** A duty that only people can confirm, with what is recorded of it. Dates are ISO days. */
export interface SignOffState {
  readonly policy: Policy;
  readonly clause: Clause;
  /** `policy/clause`. */
  readonly name: string;
  readonly owner: string;
  readonly every: Cadence;
  readonly last?: string;
  readonly by?: string;
  /** The day by which it is wanted again; absent: not by any day. */
  readonly next?: string;
  readonly status: 'never' | 'overdue' | 'fine' | 'occasion';
}

const MONTHS: Readonly<Partial<Record<Cadence, number>>> = { month: 1, term: 4, year: 12 };
const DAYS_A_WEEK = 7;

const nextAfter = (last: string, every: Cadence): string | undefined => {
  const months = MONTHS[every];
  if (months !== undefined) return addMonths(last, months);
  if (every !== 'week') return undefined;
  const day = Date.parse(`${last}T00:00:00Z`) + DAYS_A_WEEK * 86_400_000;
  return new Date(day).toISOString().slice(0, 10);
};

const fullName = ({ info }: Policy, { id }: Clause): string => `${info.id}/${id}`;

/** What stands in the file and cannot be so. `today` is an ISO day. */
export const signOffMistakes = (
  signOffs: SignOffs,
  policies: readonly Policy[],
  today: string,
): readonly Mistake[] => {
  const known = policies.flatMap((policy) =>
    policy.clauses.map((clause) => [fullName(policy, clause), clause] as const),
  );
  const clauses = new Map(known);
  const names = known.map(([name]) => name);
  const active = new Set(policies.map(({ info }) => info.id));
  const seen = new Set<string>();
  return signOffs.flatMap(({ clause: name, last, by }, index): readonly Mistake[] => {
    const wrong = (key: string, message: string): Mistake => ({
      kind: 'wrong',
      path: [index, key],
      message,
    });
    const isElsewhere = name.includes('/') && !active.has(name.slice(0, name.indexOf('/')));
    const repeated = seen.has(name) ? [wrong('clause', `${quote(name)} stands here twice`)] : [];
    seen.add(name);
    const unknown =
      clauses.has(name) || isElsewhere
        ? []
        : [
            wrong(
              'clause',
              `there is no clause ${quote(name)}${didYouMean(name, names) || ': write it as policy/clause'}`,
            ),
          ];
    if (last === undefined) return [...repeated, ...unknown];
    const day = !isDate(last)
      ? [wrong('last', `there is no day ${last}: write a date as 2026-09-03`)]
      : last > today
        ? [wrong('last', `${last} is still to come: a sign-off says what was done`)]
        : [];
    const who =
      by === undefined
        ? [{ kind: 'missing' as const, path: [index], message: 'by is missing: who confirmed it?' }]
        : [];
    return [...repeated, ...unknown, ...day, ...who];
  });
};

/** Where every duty of the policies stands that only people can confirm. `today` is an ISO day. */
export const signOffStates = (
  policies: readonly Policy[],
  signOffs: SignOffs,
  today: string,
): readonly SignOffState[] => {
  const recorded = new Map(signOffs.map((one) => [one.clause, one]));
  return policies.flatMap((policy) =>
    policy.clauses.flatMap((clause): readonly SignOffState[] => {
      if (!clause.signOff) return [];
      const name = fullName(policy, clause);
      const { owner, every, last, by } = recorded.get(name) ?? {};
      const cadence = every ?? clause.signOff.every;
      const next = last === undefined ? undefined : nextAfter(last, cadence);
      const isOpen = last === undefined && cadence !== 'occasion';
      const isLate = next !== undefined && next < today;
      return [
        {
          policy,
          clause,
          name,
          owner: owner ?? clause.signOff.owner,
          every: cadence,
          ...(last !== undefined && { last }),
          ...(by !== undefined && { by }),
          ...(next !== undefined && { next }),
          status: isOpen
            ? 'never'
            : isLate
              ? 'overdue'
              : cadence === 'occasion'
                ? 'occasion'
                : 'fine',
        },
      ];
    }),
  );
};
