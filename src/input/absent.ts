/** The same keys, optional ones without `undefined`. */
export type WithoutAbsent<T> = {
  -readonly [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key];
} & {
  -readonly [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};

/** Leaves out keys that hold undefined: an absent key and an undefined one are two things to a reader. */
export const withoutAbsent = <T extends object>(object: T): WithoutAbsent<T> =>
  Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as WithoutAbsent<T>;
