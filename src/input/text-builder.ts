/** Long enough to be quick, short enough to be passed as arguments. */
const CHUNK = 8192;

/** Puts a string together from code units, without a string per character. */
export interface TextBuilder {
  addUnit(unit: number): void;
  addCodePoint(code: number): void;
  /** Bytes from `from` on that are a code unit each, `to` exclusive. */
  addUnits(bytes: Uint8Array, from: number, to: number): void;
  text(): string;
}

export const createText = (): TextBuilder => {
  // A list of small integers is passed as arguments twice as fast as a typed array.
  const units: number[] = new Array<number>(CHUNK).fill(0);
  let whole = '';
  let count = 0;
  const flush = (): void => {
    const written = count === CHUNK ? units : units.slice(0, count);
    whole += Reflect.apply(String.fromCharCode, null, written) as string;
    count = 0;
  };
  const addUnit = (unit: number): void => {
    units[count] = unit;
    count += 1;
    if (count === CHUNK) flush();
  };
  return {
    addUnit,
    addCodePoint(code) {
      if (code < 0x1_0000) return addUnit(code);
      addUnit(0xd800 + ((code - 0x1_0000) >> 10));
      addUnit(0xdc00 + ((code - 0x1_0000) & 0x3ff));
    },
    addUnits(bytes, from, to) {
      for (let at = from; at < to;) {
        const end = Math.min(to, at + CHUNK - count);
        while (at < end) {
          units[count] = bytes[at]!;
          count += 1;
          at += 1;
        }
        if (count === CHUNK) flush();
      }
    },
    text() {
      flush();
      return whole;
    },
  };
};
