import { loadCompiled } from '../../document/compiled.ts';
import code from './data/kernels.txt?raw';

/** The functions of kernels.as.ts; every pointer counts bytes of the memory. */
export interface Kernels {
  embed(
    places: number,
    words: number,
    rowsAWord: number,
    table: number,
    scale: number,
    x: number,
  ): void;
  mix(x: number, rows: number, weights: number, out: number): void;
  round(x: number, rows: number, size: number, out: number, scales: number): void;
  multiply(
    x: number,
    xScales: number,
    rows: number,
    size: number,
    w: number,
    scales: number,
    bias: number,
    columns: number,
    mode: number,
    out: number,
  ): void;
  pool(x: number, rows: number, out: number): void;
  addToAll(x: number, rows: number, one: number): void;
}

/** The kernels over a memory of that many bytes, all of it the caller’s. */
export const loadKernels = (
  bytes: number,
): { readonly kernels: Kernels; readonly memory: ArrayBuffer } => {
  const { functions, memory } = loadCompiled<Kernels>(code, bytes);
  return { kernels: functions, memory };
};
