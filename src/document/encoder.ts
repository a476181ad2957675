/** What the encoder makes of one stretch of text. */
export interface Encoded {
  /** For each place asked about how probable each label is, in the order of `labels`. */
  readonly who: readonly Float32Array[];
  /** How probable each aim is, in the order of `aims`. */
  readonly aim: Float32Array;
  /** What was made of each piece, one vector each: to be asked before the next stretch is encoded. */
  readonly states: () => readonly Float32Array[];
}

/** A language model that has read much English and then a few thousand school posts. */
export interface Encoder {
  /** The word pieces it knows and their numbers. */
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly labels: readonly string[];
  readonly aims: readonly string[];
  /** The most pieces it reads at once. */
  readonly longest: number;
  /**
   * `features` holds for each piece one number for each table of features; `places` are the pieces to
   * be told of.
   */
  encode(
    pieces: readonly number[],
    features: readonly (readonly number[])[],
    places: readonly number[],
  ): Encoded;
}
