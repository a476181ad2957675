/** Pieces of a report that wait for its end, as many as a reader, and the memory, will bear. */
export interface Gathered {
  /** Makes the piece only where there is room for it; `weight` is what it counts for. */
  readonly add: (weight: number, make: () => string) => void;
  readonly pieces: readonly string[];
  /** How many pieces found no room. */
  readonly leftOut: () => number;
}

export const gather = (mostWeight: number, mostCharacters: number): Gathered => {
  const pieces: string[] = [];
  let weight = 0;
  let characters = 0;
  let leftOut = 0;
  return {
    pieces,
    leftOut: () => leftOut,
    add(more, make) {
      // What comes later and would fit is left out too: a report has one end, not holes.
      if (leftOut > 0 || (weight > 0 && weight + more > mostWeight)) {
        leftOut += 1;
        return;
      }
      const piece = make();
      if (characters + piece.length > mostCharacters) {
        leftOut += 1;
        return;
      }
      weight += more;
      characters += piece.length;
      pieces.push(piece);
    },
  };
};
