import { main as compile } from 'assemblyscript/asc';
import { readFileSync } from 'node:fs';

/** Arithmetic in AssemblyScript compiled to WebAssembly, as hexadecimal text. */
export const kernelsText = async (source: string): Promise<string> => {
  let code: Uint8Array | undefined;
  const options = '--runtime stub --enable simd --importMemory --noAssert --use abort= -O3';
  const { error, stderr } = await compile(
    ['kernels.ts', ...options.split(' '), '--outFile', 'kernels.wasm'],
    {
      readFile: (name) => (name === 'kernels.ts' ? readFileSync(source, 'utf8') : null),
      writeFile: (_, contents) => {
        if (typeof contents !== 'string') code = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || !code) throw new Error(`${source}: ${error?.message}\n${stderr.toString()}`);
  return `${Buffer.from(code).toString('hex')}\n`;
};
