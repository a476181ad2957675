/** A mapping as YAML or JSON gives it. */
export type Mapping = Readonly<Record<string, unknown>>;

export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The mapping itself, or an empty one where something else stands. */
export const mappingOf = (value: unknown): Mapping => (isMapping(value) ? value : {});

/** The list itself, or an empty one where something else stands. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
