import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { rolldown } from 'rolldown';

/** Stands for a line break: a string without escapes is read fastest. */
const BREAK = '\u001f';

const PLACE = /"@raw-text:([^"]+)@"/g;

/** From this size on a text is better read from a file than carried through the compiler. */
const LARGE_BYTES = 1000;

/** One file for all large texts beside a bundle: to open a file costs more than to read it. */
const TEXTS = 'texts.txt';

/** What stands in a chunk for the text of a file, until `insertTexts` puts it in. */
const placeOf = (file) => JSON.stringify(`@raw-text:${file}@`);

/** The text that a module in TypeScript exports, worked out now. */
const evaluate = async (file) => {
  const bundle = await rolldown({
    input: path.resolve(file),
    plugins: [rawText()],
    platform: 'node',
  });
  const { output } = await bundle.generate({ format: 'esm' });
  const code = Buffer.from(insertTexts(output[0].code)).toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)).default;
};

const built = new Map();

const textOf = (file) => built.get(file) ?? readFileSync(file, 'utf8');

/** Large texts in ASCII, which can be read as one byte a character, behind one another in one file. */
const besideBundle = (folder) => {
  let all = '';
  const places = new Map();
  const place = (file, text) => {
    if (!places.has(file)) {
      places.set(file, [all.length, all.length + text.length]);
      all += text;
    }
    return places.get(file).join(', ');
  };
  return {
    import: (file, text) =>
      `import { texts } from '\0texts';\nexport default texts.slice(${place(file, text)});`,
    module: `import { readFileSync } from 'node:fs';
export const texts = readFileSync(__dirname + '/${TEXTS}', 'latin1');`,
    write() {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, TEXTS), all);
    },
  };
};

const isSmallOrWide = (text) => text.length < LARGE_BYTES || /[^\0-\x7f]/.test(text);

/**
 * Bundles `import text from './file.txt?raw'` as a string, as vitest does by itself. With a folder,
 * which must be the one that a CommonJS bundle goes to, large texts go to a file of their own there.
 * With `evaluates`, modules named `*.built.ts` are run now, and bundled as the text they export.
 */
export const rawText = ({ folder, evaluates = false } = {}) => {
  const beside = folder === undefined ? undefined : besideBundle(folder);
  return {
    name: 'raw-text',
    resolveId(source, importer) {
      if (source === '\0texts') return source;
      return source.endsWith('?raw') ? path.resolve(path.dirname(importer), source) : null;
    },
    async load(id) {
      if (id === '\0texts') return beside.module;
      const isBuilt = evaluates && id.endsWith('.built.ts');
      if (!isBuilt && !id.endsWith('?raw')) return null;
      const file = path.relative(process.cwd(), isBuilt ? id : id.slice(0, -'?raw'.length));
      if (isBuilt) built.set(file, await evaluate(file));
      const text = textOf(file);
      const code =
        beside && !isSmallOrWide(text)
          ? beside.import(file, text)
          : `export default ${placeOf(file)};`;
      return { code, moduleType: 'js' };
    },
    writeBundle: () => beside?.write(),
  };
};

/**
 * Puts the texts into a finished chunk. A minifier would write long strings as templates, which the
 * engine reads many times more slowly than plain strings.
 */
export const insertTexts = (code) =>
  code.replace(/([`'])(@raw-text:[^`'"]+@)\1/g, '"$2"').replace(PLACE, (_, file) => {
    const text = textOf(file).replaceAll('\n', BREAK);
    return `${JSON.stringify(text).replaceAll('\\u001f', BREAK)}.replaceAll("\\x1f","\\n")`;
  });
