import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelsText } from '../../../scripts/kernels.ts';
import code from './data/kernels.txt?raw';
import { loadKernels } from './kernels.ts';

const SIZE = 64;
const { kernels, memory } = loadKernels(1 << 20);

const place = (index: number): number => 16 + index * 65536;
const floats = (at: number, values: readonly number[]): Float32Array => {
  const view = new Float32Array(memory, at, values.length);
  view.set(values);
  return view;
};

const number = fc.float({ min: -50, max: 50, noNaN: true });
const list = (length: number) => fc.array(number, { minLength: length, maxLength: length });

describe('the kernels', () => {
  it('are compiled from their source', async () => {
    expect(code).toBe(await kernelsText('src/facts/scout/kernels.as.ts'));
  });
});

describe('embed', () => {
  it('adds up the rows of a word', () => {
    const table = new Int8Array(memory, place(0), 4 * SIZE);
    table.set(table.map((_, at) => (at % 91) - 45));
    new Int32Array(memory, place(1), 4).set([SIZE, 3 * SIZE, 0, 2 * SIZE]);
    kernels.embed(place(1), 2, 2, place(0), 0.5, place(2));
    const sums = Array.from(
      { length: SIZE },
      (_, at) => (table[SIZE + at]! + table[3 * SIZE + at]!) / 2,
    );
    expect([...new Float32Array(memory, place(2), SIZE)]).toEqual(sums);
  });
});

describe('mix', () => {
  it('weighs the seven rows round each', () => {
    fc.assert(
      fc.property(list(11 * SIZE), list(7 * SIZE), (x, weights) => {
        floats(place(0), x);
        floats(place(1), weights);
        kernels.mix(place(0) + 3 * SIZE * 4, 5, place(1), place(2));
        const out = new Float32Array(memory, place(2), 5 * SIZE);
        for (const at of [0, 17, SIZE, 5 * SIZE - 1]) {
          const exact = Array.from(
            { length: 7 },
            (_, near) => x[at + near * SIZE]! * weights[near * SIZE + (at % SIZE)]!,
          ).reduce((sum, one) => sum + one, 0);
          expect(out[at]).toBeCloseTo(exact, 1);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('multiply', () => {
  it('is the product of rounded rows and packed weights, to rounding', () => {
    const [rows, size, columns] = [4, 16, 8];
    const weight = fc.integer({ min: -45, max: 45 });
    const weights = fc.array(weight, { minLength: size * columns, maxLength: size * columns });
    fc.assert(
      fc.property(list(rows * size), weights, (x, w) => {
        floats(place(0), x);
        const packed = new Int16Array(memory, place(1), w.length);
        w.forEach((value, at) => {
          const [column, row] = [Math.floor(at / size), at % size];
          packed[(column >> 2) * size * 4 + (row >> 1) * 8 + (column & 3) * 2 + (row & 1)] = value;
        });
        floats(place(2), Array<number>(columns).fill(0.01));
        floats(place(3), Array<number>(columns).fill(1));
        kernels.round(place(0), rows, size, place(4), place(5));
        kernels.multiply(
          place(4),
          place(5),
          rows,
          size,
          place(1),
          place(2),
          place(3),
          columns,
          0,
          place(6),
        );
        const out = new Float32Array(memory, place(6), rows * columns);
        for (let at = 0; at < out.length; at += 1) {
          const [row, column] = [Math.floor(at / columns), at % columns];
          const own = x.slice(row * size, (row + 1) * size);
          const exact = own.reduce((sum, one, k) => sum + one * w[column * size + k]! * 0.01, 1);
          const most = Math.max(...own.map(Math.abs));
          expect(Math.abs(out[at]! - exact)).toBeLessThanOrEqual(
            (most / 4095) * size * 0.45 + 1e-2,
          );
        }
      }),
    );
  });
});

describe('pool', () => {
  it('gives the mean and the most of all rows', () => {
    floats(
      place(0),
      Array.from({ length: 3 * SIZE }, (_, at) => Math.floor(at / SIZE) * (at % SIZE)),
    );
    kernels.pool(place(0), 3, place(1));
    const out = [...new Float32Array(memory, place(1), 2 * SIZE)];
    expect(out.slice(SIZE)).toEqual(Array.from({ length: SIZE }, (_, at) => 2 * at));
    expect(out[10]).toBeCloseTo(10, 4);
  });
});
