/** Who asks whom, by id; ids that are asked and not listed ask nobody. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** Every id after all that it asks, as far as there is no circle. No recursion: chains may be long. */
const inOrder = (graph: Graph): readonly string[] => {
  const seen = new Set<string>();
  const ordered: string[] = [];
  for (const start of graph.keys()) {
    const open = [{ id: start, isLeft: false }];
    for (let one = open.pop(); one; one = open.pop()) {
      if (one.isLeft) {
        ordered.push(one.id);
        continue;
      }
      if (seen.has(one.id)) continue;
      seen.add(one.id);
      open.push({ id: one.id, isLeft: true });
      for (const id of graph.get(one.id) ?? []) open.push({ id, isLeft: false });
    }
  }
  return ordered;
};

const turned = (graph: Graph): Graph => {
  const askers = new Map<string, string[]>();
  for (const [id, asked] of graph) {
    for (const one of asked) {
      const known = askers.get(one);
      if (known) known.push(id);
      else askers.set(one, [id]);
    }
  }
  return askers;
};

export interface Circles {
  /** Whether what `from` asks comes back to `from` by way of `to`. */
  isInCircle(from: string, to: string): boolean;
  /** How many ask one another in a row from here on, where there is no circle. */
  depthOf(id: string): number;
}

/** Finds circles in time linear in who asks whom, as Kosaraju does: forwards, then backwards. */
export const findCircles = (graph: Graph): Circles => {
  const ordered = inOrder(graph);
  const askers = turned(graph);
  const circle = new Map<string, string>();
  for (const start of ordered.toReversed()) {
    const open = [start];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (circle.has(id)) continue;
      circle.set(id, start);
      open.push(...(askers.get(id) ?? []));
    }
  }
  const depths = new Map<string, number>();
  for (const id of ordered) {
    const below = (graph.get(id) ?? []).map((one) => depths.get(one) ?? 0);
    depths.set(id, 1 + below.reduce((most, depth) => Math.max(most, depth), 0));
  }
  return {
    isInCircle: (from, to) => circle.has(from) && circle.get(from) === circle.get(to),
    depthOf: (id) => depths.get(id) ?? 0,
  };
};
