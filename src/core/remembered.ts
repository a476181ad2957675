/** Texts repeat their words; one of very many different words must not fill memory. */
const MOST_KEPT = 4_000;

/** The same function, which works each key out once, or again when very many were asked for since. */
export const remembered = <Value>(make: (key: string) => Value): ((key: string) => Value) => {
  const kept = new Map<string, Value>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined || kept.has(key)) return known as Value;
    const made = make(key);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, made);
    return made;
  };
};
