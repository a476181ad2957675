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

const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) =>
    Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16),
  );

/** The kernels over a memory of that many bytes, all of it the caller’s. */
export const loadKernels = (
  bytes: number,
): { readonly kernels: Kernels; readonly memory: ArrayBuffer } => {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) });
  const module = new WebAssembly.Module(fromHex(code.trim()));
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return { kernels: exports as Kernels, memory: memory.buffer };
};
