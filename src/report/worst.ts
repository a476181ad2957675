/** The worst of very many items, with no more memory than they take. */
export interface Worst<Item> {
  /** `make` is asked only for an item that is kept at least for a while; rank 0 is the worst. */
  readonly add: (rank: number, make: () => Item) => void;
  /** The worst first, those of one rank in the order in which they came. */
  readonly items: () => readonly Item[];
  /** How many were left out. */
  readonly dropped: () => number;
}

export const keepWorst = <Item>(most: number): Worst<Item> => {
  const byRank: Item[][] = [];
  let kept = 0;
  let dropped = 0;
  return {
    add: (rank, make) => {
      if (kept >= most) {
        dropped += 1;
        const least = byRank.findLastIndex((items) => items !== undefined && items.length > 0);
        if (least <= rank) return;
        byRank[least]!.pop();
        kept -= 1;
      }
      (byRank[rank] ??= []).push(make());
      kept += 1;
    },
    items: () => byRank.flat(),
    dropped: () => dropped,
  };
};
