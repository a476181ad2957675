import type { Encoded, Encoder } from '../document/encoder.ts';
import type { Kernels } from './kernels.ts';
import { RESERVED, loadKernels } from './kernels.ts';
import type { Flaw, Header } from './model.ts';
import { readHeader } from './model.ts';

const GELU_STEPS = 4096;

/** Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26: exact to 1.5e-7. */
const erf = (x: number): number => {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const tail =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return Math.sign(x) * (1 - tail * Math.exp(-x * x));
};

const geluTable = (): Float32Array =>
  Float32Array.from({ length: GELU_STEPS + 1 }, (_, step) => {
    const x = (step - GELU_STEPS / 2) / 256;
    return (x / 2) * (1 + erf(x / Math.SQRT2));
  });

const softmax = (scores: Float32Array): Float32Array => {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
};

/** One step after the other of the memory, in multiples of 16 bytes. */
const arena = (start: number) => {
  let end = start;
  return (bytes: number): number => {
    const place = end;
    end += Math.ceil(bytes / 16) * 16;
    return place;
  };
};

/** The room that one reading needs. */
const layOut = ({ longest, size, inner }: Header, start: number) => {
  const take = arena(start);
  const rows = Math.ceil(longest / 4) * 4;
  return {
    x: take(rows * size * 4),
    wide: take(rows * Math.max(3 * size, inner) * 4),
    narrow: take(rows * size * 4),
    rounded: take(rows * inner * 2),
    scales: take(rows * 4),
    scores: take(rows * 4),
    table: take((GELU_STEPS + 1) * 4),
    end: take(0),
  };
};

type Room = ReturnType<typeof layOut>;

class Run {
  private readonly kernels: Kernels;
  private readonly header: Header;
  private readonly room: Room;

  constructor(kernels: Kernels, header: Header, room: Room) {
    this.kernels = kernels;
    this.header = header;
    this.room = room;
  }

  private at(tensor: string): number {
    return RESERVED + this.header.tensors[tensor]!.offset;
  }

  /** out = from × the weights of that name + their bias. */
  private dense(name: string, from: number, out: number, rows: number): void {
    const { kernels, room, header } = this;
    const [columns, size] = header.tensors[`${name}.weight`]!.shape as [number, number];
    const padded = Math.ceil(rows / 4) * 4;
    kernels.quantise(from, padded, size, room.rounded, room.scales);
    kernels.multiply(
      room.rounded,
      room.scales,
      padded,
      size,
      this.at(`${name}.weight`),
      this.at(`${name}.scale`),
      this.at(`${name}.bias`),
      columns,
      out,
    );
  }

  private addNorm(name: string, y: number, rows: number): void {
    const gain = this.at(`${name}.weight`);
    this.kernels.addNorm(this.room.x, y, gain, this.at(`${name}.bias`), rows, this.header.size);
  }

  forward(rows: number): void {
    const { kernels, header, room } = this;
    const { x, wide, narrow } = room;
    this.addNorm('norm', narrow, rows);
    for (let layer = 0; layer < header.layers; layer += 1) {
      const name = `layers.${layer}`;
      this.dense(`${name}.qkv`, x, wide, rows);
      kernels.attend(wide, rows, header.size, header.heads, room.scores, narrow);
      // `narrow` is read into `rounded` before it is written again.
      this.dense(`${name}.out`, narrow, wide, rows);
      this.addNorm(`${name}.norm1`, wide, rows);
      this.dense(`${name}.up`, x, wide, rows);
      kernels.gelu(wide, rows * header.inner, room.table);
      this.dense(`${name}.down`, wide, narrow, rows);
      this.addNorm(`${name}.norm2`, narrow, rows);
    }
  }
}

/** The encoder whose weights a file holds, or what is wrong with the file. */
export const createEncoder = (file: Uint8Array): Encoder | { readonly flaw: Flaw } => {
  const read = readHeader(file);
  if (typeof read === 'string') return { flaw: read };
  const { header, sum, start } = read;
  if (typeof WebAssembly === 'undefined') return { flaw: 'no-webassembly' };
  const room = layOut(header, RESERVED + header.bytes);
  const { kernels, memory } = loadKernels(room.end);
  new Uint8Array(memory, RESERVED, header.bytes).set(file);
  if (kernels.sum(RESERVED + start, header.bytes - start) !== sum) return { flaw: 'damaged' };

  const floats = (place: number, count: number): Float32Array =>
    new Float32Array(memory, place, count);
  const tensor = (name: string): Float32Array => {
    const { offset, shape } = header.tensors[name]!;
    return floats(
      RESERVED + offset,
      shape.reduce((product, one) => product * one, 1),
    );
  };
  floats(room.table, GELU_STEPS + 1).set(geluTable());

  const { size } = header;
  const { offset: from, shape } = header.tensors['vocabulary']!;
  const listed = new Uint8Array(memory, RESERVED + from, shape[0]);
  let text = '';
  for (let at = 0; at < listed.length; at += 8192) {
    text += String.fromCharCode(...listed.subarray(at, at + 8192));
  }
  const vocabulary = new Map(text.split('\n').map((piece, number) => [piece, number] as const));
  const pieceRows = new Int8Array(
    memory,
    RESERVED + header.tensors['pieces.weight']!.offset,
    vocabulary.size * size,
  );
  const pieceScales = tensor('pieces.scale');
  const places = tensor('places');
  const features = tensor('features');
  const run = new Run(kernels, header, room);

  const embed = (pieces: readonly number[], told: readonly (readonly number[])[]): void => {
    const x = floats(room.x, Math.ceil(pieces.length / 4) * 4 * size).fill(0);
    floats(room.narrow, x.length).fill(0);
    pieces.forEach((piece, row) => {
      const scale = pieceScales[piece]!;
      const base = row * size;
      for (let at = 0; at < size; at += 1) {
        x[base + at] = pieceRows[piece * size + at]! * scale + places[base + at]!;
      }
      let table = 0;
      header.featureSizes.forEach((count, number) => {
        const feature = (table + told[row]![number]!) * size;
        for (let at = 0; at < size; at += 1) x[base + at]! += features[feature + at]!;
        table += count;
      });
    });
  };

  const head = (name: string, inputs: readonly Float32Array[]): Float32Array => {
    const weight = tensor(`${name}.weight`);
    const joined = inputs.length * size;
    return softmax(
      tensor(`${name}.bias`).map((bias, label) =>
        inputs.reduce(
          (total, input, number) =>
            input.reduce(
              (sum, value, at) => sum + value * weight[label * joined + number * size + at]!,
              total,
            ),
          bias,
        ),
      ),
    );
  };

  return {
    vocabulary,
    labels: header.labels,
    aims: header.aims,
    longest: header.longest,
    encode(pieces, told, places): Encoded {
      embed(pieces, told);
      run.forward(pieces.length);
      const rows = pieces.map((_, row) => floats(room.x + row * size * 4, size));
      const mean = new Float32Array(size).map(
        (_, at) => rows.reduce((sum, row) => sum + row[at]!, 0) / rows.length,
      );
      return {
        who: places.map((place) => head('who', [rows[place]!])),
        aim: head('aim', [rows[0]!, mean]),
        states: () => rows.map((row) => row.slice()),
      };
    },
  };
};
