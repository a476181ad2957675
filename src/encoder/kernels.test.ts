import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RESERVED, loadKernels } from './kernels.ts';

const { kernels, memory } = loadKernels(RESERVED + (1 << 20));

const place = (index: number): number => RESERVED + index * 65536;
const floats = (at: number, values: readonly number[]): Float32Array => {
  const view = new Float32Array(memory, at, values.length);
  view.set(values);
  return view;
};

const number = fc.float({ min: -50, max: 50, noNaN: true });
const weight = fc.integer({ min: -127, max: 127 });
const vectors = (rows: number, size: number) =>
  fc.array(number, { minLength: rows * size, maxLength: rows * size });

describe('multiply', () => {
  it('is the product of the rounded rows and the weights, to rounding', () => {
    const [rows, size, columns] = [4, 16, 6];
    fc.assert(
      fc.property(
        vectors(rows, size),
        fc.array(weight, { minLength: columns * size, maxLength: columns * size }),
        (x, w) => {
          floats(place(0), x);
          new Int8Array(memory, place(1), w.length).set(w);
          floats(place(2), Array<number>(columns).fill(0.01));
          floats(
            place(3),
            Array.from({ length: columns }, (_, at) => at),
          );
          kernels.quantise(place(0), rows, size, place(4), place(5));
          const out = new Float32Array(memory, place(6), rows * columns);
          kernels.multiply(
            place(4),
            place(5),
            rows,
            size,
            place(1),
            place(2),
            place(3),
            columns,
            place(6),
          );
          for (let row = 0; row < rows; row += 1) {
            const own = x.slice(row * size, (row + 1) * size);
            const most = Math.max(...own.map(Math.abs));
            for (let column = 0; column < columns; column += 1) {
              const exact = own.reduce(
                (sum, value, at) => sum + value * w[column * size + at]! * 0.01,
                column,
              );
              const error = Math.abs(out[row * columns + column]! - exact);
              expect(error).toBeLessThanOrEqual((most / 4095) * 0.5 * 127 * 0.01 * size + 1e-3);
            }
          }
        },
      ),
    );
  });
});

describe('addNorm', () => {
  it('gives rows of mean 0 and spread 1', () => {
    const [rows, size] = [2, 32];
    fc.assert(
      fc.property(vectors(rows, size), vectors(rows, size), (x, y) => {
        const both = x.map((value, at) => value + y[at]!);
        const hasSpread = [0, 1].every((row) => {
          const own = both.slice(row * size, (row + 1) * size);
          return Math.max(...own) - Math.min(...own) > 0.1;
        });
        fc.pre(hasSpread);
        const out = floats(place(0), x);
        floats(place(1), y);
        floats(place(2), Array<number>(size).fill(1));
        floats(place(3), Array<number>(size).fill(0));
        kernels.addNorm(place(0), place(1), place(2), place(3), rows, size);
        for (let row = 0; row < rows; row += 1) {
          const own = [...out.slice(row * size, (row + 1) * size)];
          const mean = own.reduce((sum, value) => sum + value, 0) / size;
          const square = own.reduce((sum, value) => sum + value * value, 0) / size;
          expect(mean).toBeCloseTo(0, 3);
          expect(square).toBeCloseTo(1, 2);
        }
      }),
    );
  });
});

describe('attend', () => {
  it('mixes values with weights that add up to one', () => {
    const [rows, size, heads] = [5, 64, 2];
    fc.assert(
      fc.property(vectors(rows, 2 * size), number, (x, value) => {
        const qkv = floats(place(0), Array<number>(rows * 3 * size).fill(value));
        for (let row = 0; row < rows; row += 1) {
          qkv.set(x.slice(row * 2 * size, (row + 1) * 2 * size), row * 3 * size);
        }
        kernels.attend(place(0), rows, size, heads, place(6), place(7));
        const out = new Float32Array(memory, place(7), rows * size);
        for (const one of out) expect(Math.abs(one - value)).toBeLessThan(1e-3);
      }),
    );
  });
});
