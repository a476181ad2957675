import { loadCompiled } from '../document/compiled.ts';
import code from './data/kernels.txt?raw';

/** The functions of kernels.as.ts; every pointer counts bytes of the memory. */
export interface Kernels {
  quantise(x: number, rows: number, size: number, out: number, scales: number): void;
  multiply(
    x: number,
    xScales: number,
    rows: number,
    size: number,
    w: number,
    wScales: number,
    bias: number,
    columns: number,
    out: number,
  ): void;
  addNorm(x: number, y: number, gain: number, shift: number, rows: number, size: number): void;
  gelu(x: number, count: number, table: number): void;
  attend(qkv: number, rows: number, size: number, heads: number, scores: number, out: number): void;
  sum(from: number, bytes: number): number;
}

/** The first bytes of the memory belong to the compiled code. */
export const RESERVED = 65536;

/** The kernels over a memory of that many bytes. */
export const loadKernels = (
  bytes: number,
): { readonly kernels: Kernels; readonly memory: ArrayBuffer } => {
  const { functions, memory } = loadCompiled<Kernels>(code, bytes);
  return { kernels: functions, memory };
};
