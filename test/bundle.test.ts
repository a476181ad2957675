import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { rolldown } from 'rolldown';
import { describe, expect, it } from 'vitest';
import { insertTexts, rawText } from '../scripts/raw-text.mjs';
import { runBinary } from './support/binary.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.c?js$/u.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(`${path.sep}compiled-`));

const shippedWith = (pattern: RegExp): readonly string[] =>
  [...filesBelow(path.join(ROOT, 'dist')), ...filesBelow(path.join(ROOT, 'bin'))]
    .filter((file) => pattern.test(readFileSync(file, 'utf8')))
    .map((file) => path.relative(ROOT, file));

describe('what is shipped', () => {
  it('imports nothing that could reach a network or start another program', () => {
    const forbidden =
      /(?:require\(|from ?|import\()["'`](?:node:)?(?:https?|http2|net|tls|dns|dgram|child_process|cluster|inspector)["'`/]/u;
    expect(shippedWith(forbidden)).toEqual([]);
  });

  it('starts threads for audits alone', () => {
    const parts = shippedWith(/["'`](?:node:)?worker_threads["'`]/u);
    expect(parts.map((file) => path.basename(file).replace(/-[\w-]{8}\.cjs$/u, '')).sort()).toEqual(
      ['audit-command', 'judge-thread'],
    );
  });

  it('starts without the compiled code of another Node', () => {
    const cwd = path.join(ROOT, 'fixtures', 'runs', 'child-named');
    const args = ['draft.txt', '--at', '2026-11-23T10:00'];
    const compiled = runBinary(args, { cwd });
    // Another way of running code, for which what was compiled is no good, as for another Node.
    const { stdout, exitCode } = runBinary(args, { cwd, env: { NODE_OPTIONS: '--jitless' } });
    expect({ stdout, exitCode }).toEqual({ stdout: compiled.stdout, exitCode: 1 });
  });
});

/** The library as a page or a worker would hold it: one script, and nothing but the language around it. */
const runBare = async (script: string): Promise<unknown> => {
  const bundle = await rolldown({
    input: path.join(ROOT, 'src/index.ts'),
    platform: 'browser',
    plugins: [rawText()],
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({
    format: 'iife',
    name: 'policyLint',
    codeSplitting: false,
  });
  const context = createContext({
    weights: new Uint8Array(readFileSync(path.join(ROOT, 'src/encoder/data/reader.model'))),
  });
  runInContext(`${insertTexts(output[0].code)};globalThis.policyLint = policyLint;`, context);
  return JSON.parse((await runInContext(`(async () => { ${script} })()`, context)) as string);
};

describe('the library', () => {
  it('gives the findings of the command in a context without process, timers, files or network', async () => {
    const yaml = readFileSync(path.join(ROOT, 'rules/use-of-twitter-2018.yaml'), 'utf8');
    const text =
      'Well done Josh! Thank you @HexleyLibrary #WellDoneZainab https://oakfield.example';
    const found = await runBare(`
      const { lint, loadPolicy, readEncoder } = policyLint;
      const encoder = await readEncoder(weights);
      const { policy, problems } = await loadPolicy(${JSON.stringify(yaml)}, 'policy.yaml');
      const origin = { file: 'draft.txt', line: 1, record: 1 };
      const post = { id: 'draft', text: ${JSON.stringify(text)}, origin, at: { kind: 'now' }, media: [] };
      const nowMs = Date.parse('2026-11-23T10:00:00Z');
      const report = await lint([post], { policies: [policy], nowMs, loadEncoder: async () => encoder });
      const findings = report.posts.flatMap((one) => one.findings);
      return JSON.stringify({ problems, findings });
    `);
    const { stdout } = runBinary(
      ['-', '--at', '2026-11-23T10:00', '--format', 'json', '--reveal'],
      {
        cwd: ROOT,
        stdin: text,
      },
    );
    // Where it stands in a file is what the report adds.
    const findings = (
      JSON.parse(stdout).posts[0].findings as readonly { readonly place: object }[]
    ).map(({ place: _, ...finding }) => finding);
    expect(found).toEqual({ problems: [], findings });
  });
});
