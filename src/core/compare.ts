/** For sorting, the same on every machine: texts by their UTF-16 units, numbers by size. */
export const compare = (a: string | number, b: string | number): number =>
  a < b ? -1 : a > b ? 1 : 0;
