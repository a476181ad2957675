import type { Alphabet } from './atoms.ts';
import { alphabetOf, rowFinder } from './atoms.ts';
import type { Node, Repeat } from './node.ts';
import { repeatsIn } from './node.ts';
import type { Program } from './program.ts';
import { compile } from './program.ts';
import type { Graph } from './ways.ts';
import { graphOf, takingSteps } from './ways.ts';

const MOST_PAIRS = 20_000;
const MOST_WORK = 400_000;

/** All that can be reached from some keys along the edges of a graph. */
const reach = <Key>(from: Iterable<Key>, edges: (key: Key) => Iterable<Key>): ReadonlySet<Key> => {
  const reached = new Set<Key>(from);
  for (const key of reached) for (const next of edges(key)) reached.add(next);
  return reached;
};

/** Steps that lead back to themselves, in groups whose members all lead to one another. */
const cyclesIn = ({ after }: Graph): readonly ReadonlySet<number>[] => {
  const ahead = new Map(
    [...after].map(([at, ways]) => [at, reach(ways.keys(), (to) => after.get(to)!.keys())]),
  );
  const cycles: ReadonlySet<number>[] = [];
  const done = new Set<number>();
  for (const [at, reached] of ahead) {
    if (done.has(at) || !reached.has(at)) continue;
    const cycle = new Set([...reached].filter((other) => ahead.get(other)!.has(at)));
    for (const one of cycle) done.add(one);
    cycles.push(cycle);
  }
  return cycles;
};

/**
 * Whether one text leads from a step of the cycle back to it in two ways: then each more of it doubles
 * the ways. Two copies of the cycle are walked side by side over the same text.
 */
const doublesIn = (
  cycle: ReadonlySet<number>,
  program: Program,
  { after }: Graph,
  { certain }: Alphabet,
): boolean => {
  const taking = takingSteps(program);
  const atomOf = (at: number): number => taking.get(at)!.atom;
  const shared = new Map<string, boolean>();
  const mayShare = (a: number, b: number): boolean => {
    const key = `${atomOf(a)} ${atomOf(b)}`;
    const known = shared.get(key);
    if (known !== undefined) return known;
    const found = certain.some((row) => row[atomOf(a)] === 1 && row[atomOf(b)] === 1);
    shared.set(key, found);
    return found;
  };
  const inside = new Map(
    [...cycle].map((at) => [at, [...after.get(at)!].filter(([to]) => cycle.has(to))]),
  );
  for (const [at, ways] of inside) {
    if (mayShare(at, at) && ways.some(([, count]) => count > 1)) return true;
  }
  const members = [...cycle];
  const size = program.steps.length;
  if (members.length ** 2 > MOST_PAIRS) return false;
  const back = new Map<number, number[]>();
  let work = 0;
  const nextOf = (pair: number): readonly number[] => {
    const [a, b] = [Math.floor(pair / size), pair % size];
    if (!mayShare(a, b) || work > MOST_WORK) return [];
    const pairs = inside
      .get(a)!
      .flatMap(([toA]) => inside.get(b)!.map(([toB]) => toA * size + toB));
    work += pairs.length;
    for (const to of pairs) {
      const known = back.get(to);
      if (known) known.push(pair);
      else back.set(to, [pair]);
    }
    return pairs;
  };
  const same = members.map((at) => at * size + at);
  const reached = reach(same, nextOf);
  const returning = reach(same, (pair) => back.get(pair) ?? []);
  return [...reached].some((pair) => pair % (size + 1) !== 0 && returning.has(pair));
};

const explodes = (node: Node, ignoreCase: boolean): boolean => {
  const program = compile(node);
  const graph = program && graphOf(program, false);
  if (!graph) return false;
  const alphabet = alphabetOf(program.atoms, ignoreCase, rowFinder(program.atoms, ignoreCase));
  return cyclesIn(graph).some((cycle) => doublesIn(cycle, program, graph, alphabet));
};

/** The innermost repeat that can match one text in a number of ways that doubles with its length. */
export const findExplosion = (node: Node, ignoreCase: boolean): Repeat | undefined =>
  repeatsIn(node).find((repeat) => repeat.max === Infinity && explodes(repeat, ignoreCase));
