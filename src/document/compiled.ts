const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) =>
    Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16),
  );

/** Functions of WebAssembly from its code in hexadecimal, over a memory of that many bytes. */
export const loadCompiled = <Functions>(
  code: string,
  bytes: number,
): { readonly functions: Functions; readonly memory: ArrayBuffer } => {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) });
  const module = new WebAssembly.Module(fromHex(code.trim()));
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return { functions: exports as Functions, memory: memory.buffer };
};
