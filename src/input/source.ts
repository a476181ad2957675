/** The bytes of a file, read from its beginning as often as it takes, a piece at a time. */
export interface Source {
  readonly chunks: () => Iterable<Uint8Array>;
}

/** A source of bytes that are at hand. */
export const sourceOf = (bytes: Uint8Array): Source => ({ chunks: () => [bytes] });

/** All bytes of a source in one piece. */
export const wholeOf = ({ chunks }: Source): Uint8Array => {
  const pieces = [...chunks()];
  if (pieces.length === 1) return pieces[0]!;
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};
