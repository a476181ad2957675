/** Texts repeat their words; one of very many different words must not fill memory: 10 MB at most. */
const MOST_KEPT = 15_000;

/**
 * The same function, which works each key out once, or again when very many others were asked for
 * since: what was asked for among the last few thousand keys is kept, so that rare words do not drive
 * out those of every text.
 */
export const remembered = <Value>(make: (key: string) => Value): ((key: string) => Value) => {
  let kept = new Map<string, { readonly value: Value }>();
  let older: typeof kept = new Map();
  const keep = (key: string, one: { readonly value: Value }): Value => {
    if (kept.size >= MOST_KEPT) [kept, older] = [new Map(), kept];
    kept.set(key, one);
    return one.value;
  };
  return (key) => {
    const known = kept.get(key);
    return known ? known.value : keep(key, older.get(key) ?? { value: make(key) });
  };
};
