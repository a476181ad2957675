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

const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) =>
    Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16),
  );

/** The first bytes of the memory belong to the compiled code. */
export const RESERVED = 65536;

/** The kernels over a memory of that many bytes. */
export const loadKernels = (
  bytes: number,
): { readonly kernels: Kernels; readonly memory: ArrayBuffer } => {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) });
  const module = new WebAssembly.Module(fromHex(code.trim()));
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return { kernels: exports as Kernels, memory: memory.buffer };
};
