/** The same keys, optional ones without `undefined`. */
export type WithoutAbsent<T> = {
  -readonly [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key];
} & {
  -readonly [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};

/** Leaves out keys that hold undefined: an absent key and an undefined one are two things to a reader. */
export const withoutAbsent = <T extends object>(object: T): WithoutAbsent<T> => {
  const given = object as Readonly<Record<string, unknown>>;
  const present: Record<string, unknown> = {};
  for (const key of Object.keys(given)) if (given[key] !== undefined) present[key] = given[key];
  return present as WithoutAbsent<T>;
};
