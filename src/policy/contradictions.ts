import type { Clause, Policy } from '../core/policy.ts';
import { groupBy } from '../core/group-by.ts';
import { didYouMean } from '../syntax/closest.ts';
import type { Mistake } from '../syntax/place.ts';
import { quote } from '../syntax/words.ts';
import type { Overridden } from './override.ts';
import { changedPolicy } from './override.ts';
import { TOPICS } from './topics.ts';

/** Clauses of active policies that take different sides of one topic. */
export interface Contradiction {
  readonly topic: string;
  /** What the topic is about, in words. */
  readonly about: string;
  /** One for each side of each policy: `policy/clause`, and in words what is demanded. */
  readonly sides: readonly { readonly clauses: readonly string[]; readonly wants: string }[];
}

/** The `settle` of a configuration: whose word counts, by topic. */
export type Settled = Readonly<Record<string, string>>;

interface Stand {
  readonly policy: string;
  readonly topic: string;
  readonly side: string;
  readonly clause: Clause;
}

const standsOf = ({ info, clauses }: Policy): readonly Stand[] =>
  clauses.flatMap((clause) =>
    Object.entries(clause.demands ?? {}).map(([topic, side]) => ({
      policy: info.id,
      topic,
      side,
      clause,
    })),
  );

/** What no post, account or school can satisfy at once, unless `settled` says whose word counts. */
export const contradictions = (
  policies: readonly Policy[],
  settled: Settled = {},
): readonly Contradiction[] => {
  const byTopic = groupBy(policies.flatMap(standsOf), ({ topic }) => topic);
  return [...byTopic].flatMap(([topic, stands]): readonly Contradiction[] => {
    const sides = new Set(stands.map(({ side }) => side));
    const parties = new Set(stands.map(({ policy }) => policy));
    const winner = settled[topic];
    const isSettled = winner !== undefined && parties.has(winner);
    if (sides.size < 2 || parties.size < 2 || isSettled) return [];
    const { about, sides: known } = TOPICS.get(topic)!;
    const groups = groupBy(stands, ({ policy, side }) => `${policy} ${side}`);
    return [
      {
        topic,
        about,
        sides: [...groups.values()].map((own) => ({
          clauses: own.map(({ policy, clause }) => `${policy}/${clause.id}`),
          wants: known.get(own[0]!.side) ?? '',
        })),
      },
    ];
  });
};

const mistakesIn = (settled: Settled, policies: readonly Policy[]): readonly Mistake[] =>
  Object.entries(settled).flatMap(([topic, winner]): readonly Mistake[] => {
    if (!TOPICS.has(topic)) {
      const names = [...TOPICS.keys()];
      const hint = didYouMean(topic, names) || `: the topics are ${names.join(', ')}`;
      return [
        { kind: 'unknown', path: [topic], message: `there is no topic ${quote(topic)}${hint}` },
      ];
    }
    const parties = policies.map(({ info }) => info.id);
    if (parties.includes(winner)) return [];
    const hint = didYouMean(winner, parties) || `: the active ones are ${parties.join(', ')}`;
    const message = `no active policy is called ${quote(winner)}${hint}`;
    return [{ kind: 'wrong', path: [topic], message }];
  });

/** Switches off what other policies demand on topics that the school has settled. */
export const applySettled = (policies: readonly Policy[], settled: Settled): Overridden => {
  const mistakes = mistakesIn(settled, policies);
  if (mistakes.length > 0) return { policies, mistakes };
  const sideOf = (topic: string): ReadonlySet<string> => {
    const winner = policies.find(({ info }) => info.id === settled[topic]);
    return new Set(winner?.clauses.flatMap(({ demands }) => demands?.[topic] ?? []));
  };
  const sides = new Map(Object.keys(settled).map((topic) => [topic, sideOf(topic)]));
  const settle = (policy: Policy): Policy => {
    const lost = new Map<string, string>();
    for (const { clause, topic, side, policy: own } of standsOf(policy)) {
      const winning = sides.get(topic);
      const isLost = winning && winning.size > 0 && own !== settled[topic] && !winning.has(side);
      if (isLost) lost.set(clause.id, topic);
    }
    if (lost.size === 0) return policy;
    return changedPolicy(policy, ({ clause }) => {
      const topic = lost.get(clause);
      if (topic === undefined) return undefined;
      return { off: true, reason: `${TOPICS.get(topic)!.about}: ${settled[topic]} decides` };
    });
  };
  return { policies: policies.map(settle), mistakes };
};
