/** A network under one name, whatever a scheduler calls its ways in: `linkedin-page`, `facebook_group`. */
export const networkOf = (written: unknown): string | undefined => {
  if (typeof written !== 'string') return undefined;
  const name = written
    .trim()
    .toLowerCase()
    .replace(/[-_ ](?:page|group|profile|standalone)$/u, '');
  if (name === '') return undefined;
  return /^twitter\b/u.test(name) || name === 'x (twitter)' ? 'x' : name;
};

/** Each network once; undefined where none is known. */
export const networksOf = (written: readonly unknown[]): readonly string[] | undefined => {
  const names = new Set(written.flatMap((name) => networkOf(name) ?? []));
  return names.size === 0 ? undefined : [...names];
};
