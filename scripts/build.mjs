// Builds dist: the command, the library, its types and the compiled policies.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import process from 'node:process';
import { rolldown } from 'rolldown';
import { toAscii } from './ascii.mjs';
import { lazyPatterns } from './lazy-patterns.mjs';
import { insertTexts, rawText } from './raw-text.mjs';
import { thirdPartyNotices } from './third-party.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** commander loads it for subcommands that are programs of their own: we have none, and start sooner. */
const noOtherPrograms = {
  name: 'no-other-programs',
  resolveId: (id) => (id === 'node:child_process' ? '\0no-other-programs' : null),
  load: (id) => (id === '\0no-other-programs' ? 'export const spawn = undefined;' : null),
};

/** Its modules for bundlers, without the patches that core-js 2 would make to every global. */
const leanTwitterText = {
  name: 'lean-twitter-text',
  resolveId(id, importer, options) {
    if (id.startsWith('core-js/')) return '\0nothing';
    // Node's own is deprecated and warns from Node 21 on.
    if (id === 'punycode') return this.resolve('punycode/punycode.js', importer, options);
    if (!id.startsWith('twitter-text/dist/') || id.includes('/esm/')) return null;
    return this.resolve(id.replace('/dist/', '/dist/esm/'), importer, {
      ...options,
      skipSelf: true,
    });
  },
  load: (id) => (id === '\0nothing' ? '' : null),
};

/** What an ordinary run enters by; what these import comes along. */
const ORDINARY = /[\\/]src[\\/](?:cli[\\/](?:main|lint-command)|report[\\/]text)[.]ts$/;

/** Bundles one entry into a folder of dist; answers with the modules that went into it. */
const bundle = async (input, dir, output, texts = {}) => {
  const made = await rolldown({
    input,
    platform: 'node',
    plugins: [
      lazyPatterns,
      rawText({ ...texts, evaluates: true }),
      noOtherPrograms,
      leanTwitterText,
    ],
    transform: { define: { POLICY_LINT_VERSION: JSON.stringify(version) } },
    logLevel: 'warn',
    // A module that one chunk loads late may well be at hand in another.
    checks: { ineffectiveDynamicImport: false },
  });
  const { output: chunks } = await made.write({ dir, minify: true, ...output });
  for (const { fileName, code } of chunks) {
    const text = toAscii(insertTexts(code));
    writeFileSync(`${dir}/${fileName}`, output.format === 'cjs' ? Module.wrap(text) : text);
  }
  return chunks.flatMap(({ moduleIds }) => moduleIds);
};

const compilePolicies = async () => {
  const { loadPolicy } = await import(pathToFileURL('dist/index.js').href);
  mkdirSync('dist/policies');
  for (const file of readdirSync('rules').filter((name) => name.endsWith('.yaml'))) {
    const text = readFileSync(`rules/${file}`, 'utf8');
    const { policy, problems } = await loadPolicy(text, `rules/${file}`);
    for (const { line = 1, column = 1, message } of problems) {
      console.error(`rules/${file}:${line}:${column}: ${message}`);
      process.exitCode = 1;
    }
    if (!policy) continue;
    const rules = policy.rules.map((rule) => ({ ...rule, examples: { flags: [], allows: [] } }));
    const compiled = JSON.stringify({ ...policy, rules });
    writeFileSync(`dist/policies/${file.replace(/\.yaml$/u, '.json')}`, compiled);
    copyFileSync(`rules/${file}`, `dist/policies/${file}`);
  }
};

/** Keeps the compiled code of what ordinary runs use, for this version of Node. */
const compileMain = async () => {
  const { loadMain, keepCompiled } = createRequire(import.meta.url)('../bin/load-main.js');
  const { run, processIo } = loadMain();
  const io = { ...processIo(process), stdoutIsTerminal: () => false, columns: () => undefined };
  const [monday, sunday] = ['2026-11-23T10:00', '2026-11-22T10:00'];
  // A draft with nothing in it to mend, in hours and out of them. What these do not use is left out
  // of what every run loads, which saves 1 ms.
  await run(['fixtures/drafts/bulbs.txt', '--at', monday], io);
  await run(['fixtures/drafts/bulbs.txt', '--at', sunday], io);
  keepCompiled();
  await run(['fixtures/drafts/science-week.txt', '--at', monday], io);
  await run(['fixtures/drafts/library.md', '--config', 'fixtures/drafts/school.yaml'], io);
  keepCompiled();
};

rmSync('dist', { recursive: true, force: true });
const modules = [
  ...(await bundle({ index: 'src/index.ts', node: 'src/node.ts' }, 'dist', {
    format: 'esm',
    chunkFileNames: 'chunks/[name]-[hash].js',
  })),
  ...(await bundle(
    { main: 'src/cli/main.ts' },
    'dist/cli',
    {
      format: 'cjs',
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name]-[hash].cjs',
      // Everything that an ordinary run needs in one file: to find and to open a file takes 0.2 ms.
      codeSplitting: { groups: [{ name: 'ordinary', test: ORDINARY }] },
    },
    { folder: 'dist/cli' },
  )),
];
writeFileSync('dist/cli/package.json', '{ "type": "commonjs" }\n');
writeFileSync(
  'dist/THIRD-PARTY.txt',
  [
    readFileSync('scripts/data-licences.txt', 'utf8'),
    thirdPartyNotices(modules),
    'Apache License 2.0\n------------------\n',
    readFileSync('node_modules/assemblyscript/LICENSE', 'utf8'),
  ].join('\n\n'),
);
copyFileSync('src/encoder/data/reader.model', 'dist/reader.model');
await compilePolicies();
await compileMain();

if (!process.argv.includes('--no-types')) {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
  });
}
