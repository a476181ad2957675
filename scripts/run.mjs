// Runs a TypeScript script of this repository on any supported Node: node scripts/run.mjs FILE [ARG…]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { insertTexts, rawText } from './raw-text.mjs';

const [script, ...args] = process.argv.slice(2);
const cache = path.resolve('node_modules/.cache-run-');
const folder = mkdtempSync(cache);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const bundle = await rolldown({
  input: path.resolve(script),
  platform: 'node',
  external: (id) => !id.startsWith('.') && !path.isAbsolute(id),
  plugins: [rawText()],
  logLevel: 'warn',
});
const { output } = await bundle.write({ dir: folder, format: 'esm', entryFileNames: 'script.mjs' });
for (const { fileName, code } of output) {
  writeFileSync(path.join(folder, fileName), insertTexts(code));
}
process.argv = [process.argv[0], path.resolve(script), ...args];
await import(pathToFileURL(path.join(folder, 'script.mjs')).href);
