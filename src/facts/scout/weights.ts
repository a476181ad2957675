import text from './data/scout.txt?raw';

/** A weight is a letter, so many steps behind this one. */
const ZERO = 80;

/** A matrix as `multiply` reads it: its whole numbers, and the scale and the bias of each column. */
export interface Dense {
  readonly size: number;
  readonly columns: number;
  readonly weights: Int16Array;
  readonly scales: Float32Array;
  readonly bias: Float32Array;
}

export interface Weights {
  readonly scale: number;
  readonly rows: number;
  /** The numbers of one row of the table. */
  row(row: number): Int8Array;
  readonly dense: ReadonlyMap<string, Dense>;
  /** The seven rows that each layer mixes neighbours by. */
  readonly near: readonly Float32Array[];
}

export const SIZE = 64;

const numbers = (line: string): Float32Array => Float32Array.from(line.split(' '), Number);

const wholeNumbers = (letters: string): Int16Array => {
  const weights = new Int16Array(letters.length);
  for (let at = 0; at < weights.length; at += 1) weights[at] = letters.charCodeAt(at) - ZERO;
  return weights;
};

/** The lines of the text one by one, comments left out: it is too long to be cut up for nothing. */
const lineReader = (): (() => string | undefined) => {
  let at = 0;
  return () => {
    while (text[at] === '#') at = text.indexOf('\n', at) + 1;
    // Every line ends; the bundler mistakes how long the text is.
    const end = text.indexOf('\n', at);
    if (end < 0) return undefined;
    const line = text.slice(at, end);
    at = end + 1;
    return line;
  };
};

/** Reads what training/scout_export.py wrote. */
export const readWeights = (): Weights => {
  const next = lineReader();
  const line = (): string => next() ?? '';
  const [scale, rows] = line().split(' ').map(Number) as [number, number];
  const dense = new Map<string, Dense>();
  const near: Float32Array[] = [];
  let table = '';
  for (let title = next(); title !== undefined; title = next()) {
    const [name = '', ...rest] = title.split(' ');
    if (name === 'table') table = line();
    else if (name === 'near') near.push(numbers(line()));
    else {
      const [size, columns] = rest.map(Number) as [number, number];
      const [scales, bias] = [numbers(line()), numbers(line())];
      // `=` opens the letters: none of them may begin a comment.
      dense.set(name, { size, columns, weights: wholeNumbers(line().slice(1)), scales, bias });
    }
  }
  const row = (number: number): Int8Array => {
    const values = new Int8Array(SIZE);
    for (let at = 0; at < SIZE; at += 1)
      values[at] = table.charCodeAt(1 + number * SIZE + at) - ZERO;
    return values;
  };
  return { scale, rows, row, dense, near };
};
