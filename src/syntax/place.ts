/** Keys and 0-based list positions, from the top of a file down. */
export type Path = readonly (string | number)[];

/** 1-based line and column, in UTF-16 units, of a whole file. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Something in a file that does not fit, with the way to it. */
export interface Mistake {
  /** Points at a key that should not be there, at what lacks a key, or at a value. */
  readonly kind: 'unknown' | 'missing' | 'wrong';
  readonly path: Path;
  /** One plain sentence. */
  readonly message: string;
}
