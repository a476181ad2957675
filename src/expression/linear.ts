import type { Alphabet, Row } from './atoms.ts';
import type { Program } from './program.ts';
import type { Graph, Ways } from './ways.ts';
import { takingSteps } from './ways.ts';

/** Attempts that may be alive at one character, wherever in the text they began. */
const MOST_ALIVE = 64;
const MOST_STATES = 200;
const MOST_WORK = 20_000;

/**
 * Whether an engine that tries every way at every place does a bounded amount of work for each
 * character of any text. All states are visited that the attempts of all starting places together can
 * be in, with the number of ways into each; that number covers exponential and quadratic growth alike.
 */
export const isLinearSearch = (
  program: Program,
  { start, after }: Graph,
  { certain, others }: Alphabet,
): boolean => {
  const taking = takingSteps(program);
  const rows: readonly Row[] = [...certain, others];
  const seen = new Set<string>();
  const open: Ways[] = [];
  let work = 0;

  const visit = (state: Map<number, number>): boolean => {
    let alive = 0;
    for (const count of state.values()) alive += count;
    if (alive > MOST_ALIVE) return false;
    const key = [...state].sort(([a], [b]) => a - b).join(' ');
    if (!seen.has(key)) {
      seen.add(key);
      open.push(state);
    }
    return seen.size <= MOST_STATES;
  };
  const next = (state: Ways, row: Row): Map<number, number> => {
    const reached = new Map(start);
    for (const [at, count] of state) {
      if (row[taking.get(at)!.atom] === 0) continue;
      for (const [to, ways] of after.get(at)!) {
        work += 1;
        reached.set(to, (reached.get(to) ?? 0) + count * ways);
      }
    }
    return reached;
  };

  if (!visit(new Map(start))) return false;
  for (let state = open.pop(); state; state = open.pop()) {
    for (const row of rows) {
      work += state.size;
      if (work > MOST_WORK || !visit(next(state, row))) return false;
    }
  }
  return true;
};
