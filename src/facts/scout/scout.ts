import type { Scout, ScoutWord } from '../../document/scout.ts';
import { startsSentence } from '../tagger/features.ts';
import { toProbabilities } from '../tagger/tagger.ts';
import type { Kernels } from './kernels.ts';
import { loadKernels } from './kernels.ts';
import { ROWS_A_WORD, writeRows } from './rows.ts';
import type { Dense, Weights } from './weights.ts';
import { SIZE, readWeights } from './weights.ts';

/** As many words as are read at once, and as many stretches of them; the rest of a text is not read. */
const LONGEST = 120;
const MOST_STRETCHES = 12;
/** Rows that one mixing of neighbours looks at on each side. */
const NEAR = 3;

const POSITIVE = 1;
const ADD = 2;

const AIMS = 4;

interface Placed {
  readonly dense: Dense;
  readonly weights: number;
  readonly scales: number;
  readonly bias: number;
}

/** One piece of the memory after the other, in multiples of 16 bytes. */
const arena = () => {
  let end = 16;
  return (bytes: number): number => {
    const place = end;
    end += Math.ceil(bytes / 16) * 16;
    return place;
  };
};

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** A small network, taught by the encoder, that reads a post in a thousandth of the time. */
class Network {
  private readonly weights: Weights;
  private readonly kernels: Kernels;
  private readonly memory: ArrayBuffer;
  private readonly table: number;
  private readonly isThere: Uint8Array;
  private readonly places: number;
  private readonly x: number;
  private readonly wide: number;
  private readonly whole: number;
  private readonly rounded: number;
  private readonly scales: number;
  private readonly dense: ReadonlyMap<string, Placed>;
  private readonly near: readonly number[];
  private readonly rowsOfWords = new Int32Array(LONGEST * ROWS_A_WORD);

  constructor(weights: Weights) {
    this.weights = weights;
    const take = arena();
    const widest = Math.max(...[...weights.dense.values()].map(({ columns }) => columns));
    this.table = take(weights.rows * SIZE);
    this.places = take(LONGEST * ROWS_A_WORD * 4);
    this.x = take((LONGEST + 4 + 2 * NEAR) * SIZE * 4) + NEAR * SIZE * 4;
    this.wide = take((LONGEST + 4) * widest * 4);
    this.whole = take(4 * 2 * SIZE * 4);
    this.rounded = take((LONGEST + 4) * widest * 2);
    this.scales = take((LONGEST + 4) * 4);
    const dense = new Map<string, Placed>();
    for (const [name, one] of weights.dense) {
      const { columns } = one;
      const [at, scales, bias] = [
        take(one.weights.byteLength),
        take(columns * 4),
        take(columns * 4),
      ];
      dense.set(name, { dense: one, weights: at, scales, bias });
    }
    this.dense = dense;
    this.near = weights.near.map((one) => take(one.byteLength));
    const { kernels, memory } = loadKernels(take(0));
    this.kernels = kernels;
    this.memory = memory;
    this.isThere = new Uint8Array(weights.rows);
    for (const { dense: one, weights: at, scales, bias } of dense.values()) {
      new Int16Array(memory, at, one.weights.length).set(one.weights);
      this.floats(scales, one.columns).set(one.scales);
      this.floats(bias, one.columns).set(one.bias);
    }
    weights.near.forEach((one, layer) => this.floats(this.near[layer]!, one.length).set(one));
  }

  private floats(place: number, count: number): Float32Array {
    return new Float32Array(this.memory, place, count);
  }

  /** Rows of the table are written out when they are first needed. */
  private bring(row: number): number {
    if (this.isThere[row] === 0) {
      new Int8Array(this.memory, this.table + row * SIZE, SIZE).set(this.weights.row(row));
      this.isThere[row] = 1;
    }
    return row * SIZE;
  }

  private multiply(name: string, from: number, rows: number, mode: number, out: number): void {
    const { dense, weights, scales, bias } = this.dense.get(name)!;
    const { kernels, rounded } = this;
    kernels.round(from, rows, dense.size, rounded, this.scales);
    kernels.multiply(
      rounded,
      this.scales,
      rows,
      dense.size,
      weights,
      scales,
      bias,
      dense.columns,
      mode,
      out,
    );
  }

  /** What stands behind the last word is nothing. */
  private clearFrom(rows: number): void {
    this.floats(this.x + rows * SIZE * 4, (4 + NEAR) * SIZE).fill(0);
  }

  read(
    words: readonly ScoutWord[],
    figures: readonly number[],
    from: number,
    to: number,
    who: (Float32Array | undefined)[],
    isAsked: (at: number) => boolean,
  ): Float32Array {
    const { kernels, x, wide, whole, rowsOfWords } = this;
    const count = to - from;
    const rows = Math.ceil(count / 4) * 4;
    for (let at = from; at < to; at += 1) {
      const opens = startsSentence(words, at);
      writeRows(words[at]!, figures[at]!, opens, rowsOfWords, (at - from) * ROWS_A_WORD);
    }
    const places = new Int32Array(this.memory, this.places, count * ROWS_A_WORD);
    for (let at = 0; at < places.length; at += 1) places[at] = this.bring(rowsOfWords[at]!);
    kernels.embed(this.places, count, ROWS_A_WORD, this.table, this.weights.scale, x);
    this.clearFrom(count);
    for (let layer = 0; layer < this.near.length; layer += 1) {
      kernels.mix(x, count, this.near[layer]!, wide);
      this.multiply(`up${layer}`, wide, rows, POSITIVE, wide);
      this.multiply(`down${layer}`, wide, rows, ADD, x);
      this.clearFrom(count);
      if (layer > 0) continue;
      kernels.pool(x, count, whole);
      this.multiply('context', whole, 4, 0, wide);
      kernels.addToAll(x, count, wide);
    }
    this.multiply('who', x, rows, 0, wide);
    const labels = this.dense.get('who')!.dense.columns;
    const told = this.floats(wide, count * labels);
    for (let at = from; at < to; at += 1) {
      if (!isAsked(at)) continue;
      const start = (at - from) * labels;
      who[at] = toProbabilities(told.slice(start, start + LABELS));
    }
    kernels.pool(x, count, whole);
    this.multiply('whole', whole, 4, 0, wide);
    return this.floats(wide, this.dense.get('whole')!.dense.columns).slice();
  }
}

const LABELS = 17;
const DEEDS = 11;

export const createScout = (): Scout => {
  const network = new Network(readWeights());
  return {
    read(words, figures, isAsked) {
      const who: (Float32Array | undefined)[] = words.map(() => undefined);
      const deeds = new Float32Array(DEEDS);
      let aim = 0;
      const end = Math.min(words.length, LONGEST * MOST_STRETCHES);
      for (let from = 0; from < end; from += LONGEST) {
        const to = Math.min(end, from + LONGEST);
        const whole = network.read(words, figures, from, to, who, isAsked);
        aim = Math.max(aim, toProbabilities(whole.slice(0, AIMS))[0]!);
        for (let deed = 0; deed < DEEDS; deed += 1) {
          deeds[deed] = Math.max(deeds[deed]!, sigmoid(whole[AIMS + deed]!));
        }
      }
      return { who, aim, deeds };
    },
  };
};
