import type { PolicyRead } from '../core/policy.ts';

/** The words of a list that stands in a file of its own, or why there are none. */
export type ListRead = { readonly entries: readonly string[] } | { readonly message: string };

/** What a policy may name beside itself. The caller reads files; this room does not. */
export interface Sources {
  /** A policy to build on, by the shipped id or the path that the file writes. */
  base(named: string): PolicyRead;
  /** A list for `{ file: … }`, by the path that the file writes. */
  list(named: string): ListRead;
}

/** For a policy that stands alone. */
export const NO_SOURCES: Sources = {
  base: (named) => ({
    problems: [{ file: named, message: 'no other policy can be read here' }],
  }),
  list: () => ({ message: 'no other file can be read here' }),
};
