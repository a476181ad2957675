/** Keeps the first few of many by an order of their own, however they come. */
export interface FirstFew<T> {
  readonly add: (one: T) => void;
  /** In order. */
  readonly list: () => readonly T[];
  /** How many were added. */
  readonly count: () => number;
}

/** `compare` must tell any two apart, so that the order in which they come changes nothing. */
export const createFirstFew = <T>(most: number, compare: (a: T, b: T) => number): FirstFew<T> => {
  let kept: T[] = [];
  let count = 0;
  const cut = (): void => {
    kept = kept.sort(compare).slice(0, most);
  };
  return {
    add(one) {
      count += 1;
      kept.push(one);
      if (kept.length >= 2 * most) cut();
    },
    list() {
      cut();
      return kept;
    },
    count: () => count,
  };
};
