/** A word as the scout is told of it; what the numbers mean, src/facts/reader/words.ts says. */
export interface ScoutWord {
  readonly known: {
    readonly key: string;
    readonly shape: number;
    readonly band: number;
    readonly level: number;
    readonly marks: { readonly lastThree: number; readonly firstThree: number };
  };
  readonly setting: 'plain' | 'hashtag' | 'handle';
  readonly gap: number;
}

/** What the scout makes of a text. */
export interface Scouted {
  /** How probable each label of the encoder is, for the words that were asked about. */
  readonly who: readonly (Float32Array | undefined)[];
  /** How probable it is that the text is aimed at one child. */
  readonly aim: number;
  /** How probable each conduct is. */
  readonly deeds: Float32Array;
}

/** A small network, taught by the encoder, that reads a post in a thousandth of the encoder’s time. */
export interface Scout {
  /** `figures` tell of each word what known name it belongs to. */
  read(
    words: readonly ScoutWord[],
    figures: readonly number[],
    isAsked: (at: number) => boolean,
  ): Scouted;
}
