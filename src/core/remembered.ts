/** Texts repeat their words; one of very many different words must not fill memory: 3 MB at most. */
const MOST_KEPT = 4_000;

/**
 * The same function, which works each key out once, or again when very many others were asked for
 * since: what was asked for among the last few thousand keys is kept, so that rare words do not drive
 * out those of every text.
 */
export const remembered = <Value>(make: (key: string) => Value): ((key: string) => Value) => {
  let kept = new Map<string, Value>();
  let older = kept;
  const keep = (key: string, value: Value): Value => {
    if (kept.size >= MOST_KEPT) [kept, older] = [new Map(), kept];
    kept.set(key, value);
    return value;
  };
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined || kept.has(key)) return known as Value;
    const old = older === kept ? undefined : older.get(key);
    return keep(key, old ?? make(key));
  };
};
