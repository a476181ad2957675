import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** Stands for a line break: a string without escapes is read fastest. */
const BREAK = '\u001f';

const PLACE = /"@raw-text:([^"]+)@"/g;

/** From this size on a text is better read from its own file than carried through the compiler. */
const LARGE_BYTES = 100_000;

/** A large text beside the bundle; ASCII alone, because it is read as one byte a character. */
const besideBundle = (file, folder) => {
  const text = readFileSync(file, 'utf8');
  if (/[^\0-\x7f]/.test(text)) throw new Error(`${file}: only ASCII can be read in a hurry`);
  mkdirSync(folder, { recursive: true });
  const name = path.basename(file);
  writeFileSync(path.join(folder, name), text);
  return `import { readFileSync } from 'node:fs';
export default readFileSync(__dirname + '/' + ${JSON.stringify(name)}, 'latin1');`;
};

/**
 * Bundles `import text from './file.txt?raw'` as a string, as vitest does by itself. With a folder,
 * which must be the one that a CommonJS bundle goes to, large texts become files of their own there.
 */
export const rawText = ({ folder } = {}) => ({
  name: 'raw-text',
  resolveId(source, importer) {
    return source.endsWith('?raw') ? path.resolve(path.dirname(importer), source) : null;
  },
  load(id) {
    if (!id.endsWith('?raw')) return null;
    const file = path.relative(process.cwd(), id.slice(0, -'?raw'.length));
    const code =
      folder !== undefined && statSync(file).size > LARGE_BYTES
        ? besideBundle(file, folder)
        : `export default ${JSON.stringify(`@raw-text:${file}@`)};`;
    return { code, moduleType: 'js' };
  },
});

/**
 * Puts the texts into a finished chunk. A minifier would write long strings as templates, which the
 * engine reads many times more slowly than plain strings.
 */
export const insertTexts = (code) =>
  code.replace(/([`'])(@raw-text:[^`'"]+@)\1/g, '"$2"').replace(PLACE, (_, file) => {
    const text = readFileSync(file, 'utf8').replaceAll('\n', BREAK);
    return `${JSON.stringify(text).replaceAll('\\u001f', BREAK)}.replaceAll("\\x1f","\\n")`;
  });
