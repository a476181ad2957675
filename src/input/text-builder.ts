/** Long enough to be quick, short enough to be passed as arguments. */
const CHUNK = 8192;

/** Puts a string together from code units, without a string per character. */
export interface TextBuilder {
  addUnit(unit: number): void;
  addCodePoint(code: number): void;
  text(): string;
}

export const createText = (): TextBuilder => {
  const units = new Uint16Array(CHUNK);
  let whole = '';
  let count = 0;
  const flush = (): void => {
    whole += Reflect.apply(String.fromCharCode, null, units.subarray(0, count)) as string;
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
    text() {
      flush();
      return whole;
    },
  };
};
