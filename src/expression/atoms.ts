/** Whether a code point fits an atom. */
type Fits = (codePoint: number) => boolean;

const LITERAL = /^(?:[^\\[.]|\\[\^$\\.*+?()[\]{}|/])$/u;

/** Small signs with more than one capital in Unicode: `K` and `ſ` fit k and s where case is ignored. */
const KELVIN = 0x212a;
const LONG_S = 0x17f;

const fitsLiteral = (sign: string, ignoreCase: boolean): Fits | undefined => {
  const code = sign.charCodeAt(0);
  if (code > 0x7f) return undefined;
  const isLetter = /[a-z]/iu.test(sign);
  if (!ignoreCase || !isLetter) return (codePoint) => codePoint === code;
  const small = code | 0x20;
  const special = small === 0x6b ? KELVIN : small === 0x73 ? LONG_S : small;
  return (codePoint) => codePoint === small || codePoint === small - 0x20 || codePoint === special;
};

const fitsOf = (written: string, ignoreCase: boolean): Fits => {
  const literal = LITERAL.test(written) ? fitsLiteral(written.at(-1)!, ignoreCase) : undefined;
  if (literal) return literal;
  const shape = new RegExp(`^(?:${written})$`, ignoreCase ? 'iu' : 'u');
  return (codePoint) => shape.test(String.fromCodePoint(codePoint));
};

/** Which atoms a character fits, by their numbers: 1 where it does. */
export type Row = Uint8Array;

const MOST_KEPT = 4_000;

/** Tells which atoms fit a code point; each is asked once. */
export const rowFinder = (
  atoms: readonly string[],
  ignoreCase: boolean,
): ((codePoint: number) => Row) => {
  const fits = atoms.map((written) => fitsOf(written, ignoreCase));
  const rows = new Map<number, Row>();
  return (codePoint) => {
    const known = rows.get(codePoint);
    if (known) return known;
    const row = Uint8Array.from(fits, (fit) => (fit(codePoint) ? 1 : 0));
    if (rows.size >= MOST_KEPT) rows.clear();
    rows.set(codePoint, row);
    return row;
  };
};

/** Whether an atom may fit characters that `samples` does not hold. */
const isWide = (written: string, ignoreCase: boolean): boolean => {
  if (/^[^\0-\x7f]+$/u.test(written)) {
    return ignoreCase && written.toLowerCase() !== written.toUpperCase();
  }
  return written === '.' || written.startsWith('[^') || /[^\0-\x7f]|\\[sSDWpPxu]/u.test(written);
};

const samples = (atoms: readonly string[]): ReadonlySet<number> =>
  new Set([
    ...Array(0x80).keys(),
    KELVIN,
    LONG_S,
    ...[...atoms.join('')].map((sign) => sign.codePointAt(0)!),
  ]);

/** Characters sorted by the atoms that they fit, one row for each sort. */
export interface Alphabet {
  /** Rows that some character has for certain. */
  readonly certain: readonly Row[];
  /** A row for all other characters: 1 also where none of them may fit. */
  readonly others: Row;
}

export const alphabetOf = (
  atoms: readonly string[],
  ignoreCase: boolean,
  rowOf: (codePoint: number) => Row,
): Alphabet => ({
  certain: [...new Map([...samples(atoms)].map(rowOf).map((row) => [row.join(''), row])).values()],
  others: Uint8Array.from(atoms, (written) => (isWide(written, ignoreCase) ? 1 : 0)),
});
