/** Gives each name once: the second `Sports day` becomes `Sports day (2)`. */
export const uniqueNames = (): ((name: string) => string) => {
  /** What to try next for a name that is taken. */
  const next = new Map<string, number>();
  return (name) => {
    let ordinal = next.get(name) ?? 1;
    let unique = name;
    while (next.has(unique)) {
      ordinal += 1;
      unique = `${name} (${ordinal})`;
    }
    next.set(name, ordinal);
    if (unique !== name) next.set(unique, 1);
    return unique;
  };
};
