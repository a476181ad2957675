// What each layer of the search for people brings: npm run bench:ablation [-- FILE.jsonl]
// Each layer in turn is replaced by one that finds nothing; the rest is the product as it is.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { insertTexts, rawText } from '../scripts/raw-text.mjs';

const PEOPLE = 'src/facts/people/';

/** What is edited in which file so that the layer says nothing; a text that is gone is an error. */
const LAYERS = {
  encoder: ['test/support/encoder.ts', 'if (!kept) {', 'return null;\n  if (!kept) {'],
  'light tagger (beside the encoder)': [
    'src/facts/people/reading.ts',
    'if (!light) return heavy;',
    'return heavy;',
  ],
  'given names, by frequency': [
    `${PEOPLE}lexicon.ts`,
    'export const nameBand = (key: string): number =>',
    'export const nameBand = (key: string): number => key.length >= 0 ? 0 :',
  ],
  'everyday words': [
    `${PEOPLE}lexicon.ts`,
    'if (key.length === 1) return 1;',
    'if (key.length > 0) return 0;',
  ],
  'known figures': [
    `${PEOPLE}known-names.ts`,
    'const find = sortedText(text, tabbed, read);',
    'const find = (_: string): Known | undefined => undefined; void sortedText; void tabbed; void text; void read;',
  ],
  titles: [
    `${PEOPLE}settled.ts`,
    '[...titledIn(line), ...titledBehindIn(line)]',
    '([] as ReturnType<typeof titledIn>)',
  ],
  'things with a title': [`${PEOPLE}settled.ts`, '...namedThingsIn(line),', ''],
  'places and brands by themselves': [`${PEOPLE}settled.ts`, '...knownNobodiesIn(line),', ''],
  'names taken apart': [`${PEOPLE}settled.ts`, '...speltOutIn(line),', ''],
  'other scripts': [`${PEOPLE}settled.ts`, '...otherScriptsIn(line),', ''],
  'grown-ups by role': ['src/facts/people.ts', '...withGrownUps(judged)', '...judged'],
  'tags and addresses': ['src/facts/people.ts', 'taggedIn(line.part, names, isOwn)', '[]'],
  initials: ['src/facts/people.ts', 'initialsIn(line).filter', '[].filter'],
  'one bearer of a name': [`${PEOPLE}judged.ts`, 'borneBy(stretch, bearers) ??', ''],
  'one mind about a name': [`${PEOPLE}reading.ts`, 'agreeing(tagging.words, chances)', 'chances'],
  'a list of children': [
    `${PEOPLE}reading.ts`,
    'inCompany(tagging.words, agreeing(tagging.words, chances))',
    'agreeing(tagging.words, chances)',
  ],
  'the same name again': [
    'src/facts/people.ts',
    'if (again.length === 0) return found;',
    'return found;',
  ],
};

/** Edits one file on its way into the bundle. */
const without = (layer) => {
  let isDone = layer === undefined;
  const [file, from, to] = LAYERS[layer] ?? [];
  return {
    name: 'without',
    transform(code, id) {
      if (!file || !id.replaceAll('\\', '/').endsWith(file)) return null;
      if (!code.includes(from)) throw new Error(`${layer}: ${file} does not hold ${from}`);
      isDone = true;
      return code.replace(from, () => to);
    },
    buildEnd() {
      if (!isDone) throw new Error(`${layer}: ${file} was not read`);
    },
  };
};

const measure = async (layer, files) => {
  const folder = mkdtempSync(path.resolve('node_modules/.cache-run-'));
  try {
    const bundle = await rolldown({
      input: path.resolve('bench/people/by-layer.ts'),
      platform: 'node',
      external: (id) => !id.startsWith('.') && !path.isAbsolute(id),
      plugins: [without(layer), rawText()],
      logLevel: 'silent',
    });
    const { output } = await bundle.write({
      dir: folder,
      format: 'esm',
      entryFileNames: 'run.mjs',
    });
    for (const { fileName, code } of output) {
      writeFileSync(path.join(folder, fileName), insertTexts(code));
    }
    const { scores } = await import(pathToFileURL(path.join(folder, 'run.mjs')).href);
    return await scores(files);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const files = process.argv.slice(2);
const whole = await measure(undefined, files);
const sign = (value) => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(3)}`;
const row = (name, cells) =>
  console.log(name.padEnd(36), ...cells.map((cell) => cell.padStart(10)));
row('without', ['precision', 'recall', 'F1', 'of F1', 'spans F1', 'of that']);
const line = (name, { precision, recall, f1, spans }) =>
  row(name, [
    ...[precision, recall, f1].map((value) => value.toFixed(3)),
    sign(f1 - whole.f1),
    spans.toFixed(3),
    sign(spans - whole.spans),
  ]);
line('nothing: the whole', whole);
for (const layer of Object.keys(LAYERS)) line(layer, await measure(layer, files));
