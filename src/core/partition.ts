/** How many items at the front of an ordered list hold, where none holds behind one that does not. */
export const countWhile = <Item>(
  ordered: readonly Item[],
  holds: (item: Item) => boolean,
): number => {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(ordered[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
};
