import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const IS_WINDOWS = process.platform === 'win32';

interface Manifest {
  readonly dependencies?: object;
  readonly scripts: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Manifest;

let folder: string;
let tarball: string;

const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', [...args, '--ignore-scripts', '--offline', '--no-audit', '--no-fund'], {
    cwd,
    encoding: 'utf8',
    shell: IS_WINDOWS,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const packed = (): readonly string[] => {
  const [told] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], ROOT)) as [
    { readonly filename: string; readonly files: readonly { readonly path: string }[] },
  ];
  tarball = path.join(folder, told.filename);
  return told.files.map((file) => file.path);
};

let files: readonly string[];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'oakfield-package-'));
  files = packed();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the package', () => {
  it('holds what runs and what is read, and nothing else', () => {
    const places = new Set(
      files
        .filter((file) => file.includes('/'))
        .map((file) =>
          file
            .split('/')
            .slice(0, file.startsWith('dist/') ? 2 : 1)
            .join('/'),
        ),
    );
    expect([...places].sort()).toEqual([
      'bin',
      'ci',
      'dist/THIRD-PARTY.txt',
      'dist/chunks',
      'dist/cli',
      'dist/index.js',
      'dist/node.js',
      'dist/policies',
      'dist/reader.model',
      'dist/types',
      'docs',
      'man',
      'rules',
      'schema',
    ]);
    expect(files.filter((file) => /training|fixtures|\.test\.|roster$|\.ts$/u.test(file))).toEqual(
      files.filter((file) => file.endsWith('.d.ts')),
    );
  });

  it('installs nothing else and runs nothing when it is installed', () => {
    expect(manifest.dependencies ?? {}).toEqual({});
    const atInstall = ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare'];
    expect(atInstall.filter((name) => name in manifest.scripts)).toEqual([]);
  });

  it('is laid out as npm and Node expect', async () => {
    const { messages } = await publint({ pkgDir: ROOT, pack: false, strict: true });
    expect(messages).toEqual([]);
  });

  it('has types wherever it is imported from', () => {
    const attw = path.join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const told = execFileSync(
      process.execPath,
      [attw, tarball, '--profile', 'esm-only', '--format', 'json'],
      { cwd: folder, encoding: 'utf8' },
    );
    const { analysis } = JSON.parse(told) as {
      readonly analysis: { readonly problems: readonly { readonly resolutionKind?: string }[] };
    };
    // Before Node 12 and from CommonJS without `require(esm)`: neither can run it.
    const old = new Set(['node10', 'node16-cjs']);
    expect(analysis.problems.filter(({ resolutionKind = '' }) => !old.has(resolutionKind))).toEqual(
      [],
    );
  });

  it('installs globally and checks a draft from another folder', () => {
    const prefix = path.join(folder, 'global');
    npm(['install', '--global', '--prefix', prefix, tarball], folder);
    const elsewhere = path.join(folder, 'somewhere else');
    mkdirSync(elsewhere);
    writeFileSync(path.join(elsewhere, 'draft.txt'), 'Well done Josh, a better lesson today\n');
    const command = IS_WINDOWS
      ? path.join(prefix, 'policy-lint.cmd')
      : path.join(prefix, 'bin', 'policy-lint');
    const run = (...args: readonly string[]): string => {
      try {
        return execFileSync(command, args, {
          cwd: elsewhere,
          encoding: 'utf8',
          shell: IS_WINDOWS,
          stdio: ['ignore', 'pipe', 'ignore'],
        });
      } catch (error) {
        return (error as { readonly stdout: string }).stdout;
      }
    };
    expect(run('--version')).toMatch(/^\d+\.\d+\.\d+\n$/u);
    expect(run('draft.txt', '--at', '2026-11-23T10:00', '--format', 'compact')).toContain(
      'draft.txt:1:11: error use-of-twitter-2018/no-child-names:',
    );
  }, 120_000);

  it('is a library with types', () => {
    const project = path.join(folder, 'project');
    mkdirSync(project);
    writeFileSync(path.join(project, 'package.json'), '{ "name": "p", "type": "module" }\n');
    npm(['install', tarball], project);
    writeFileSync(
      path.join(project, 'check.ts'),
      `import { readFile } from 'node:fs/promises';
import type { Report } from 'policy-lint';
import { lint, loadPolicy, readPosts, render } from 'policy-lint';
import { loadEncoder } from 'policy-lint/node';

const file = new URL(import.meta.resolve('policy-lint/rules/use-of-twitter-2018.yaml'));
const { policy, problems } = await loadPolicy(await readFile(file, 'utf8'), 'policy.yaml');
if (!policy) throw new Error(problems.map(({ message }) => message).join('; '));
const read = await readPosts('Well done Josh', 'draft.txt', { timezone: 'Europe/London' });
const nowMs = Date.parse('2026-11-23T10:00:00Z');
const report: Report = await lint(read.value, { policies: [policy], nowMs, loadEncoder });
console.log(await render(report, 'compact'));
`,
    );
    const typescript = path.join(ROOT, 'node_modules/typescript/bin/tsc');
    const options = ['--module', 'nodenext', '--target', 'es2022', '--strict'];
    const node = ['--types', 'node', '--typeRoots', path.join(ROOT, 'node_modules/@types')];
    execFileSync(process.execPath, [typescript, ...options, ...node, 'check.ts'], { cwd: project });
    const said = execFileSync(process.execPath, ['check.js'], { cwd: project, encoding: 'utf8' });
    expect(said).toContain('draft.txt:1:11: error use-of-twitter-2018/no-child-names:');
  }, 120_000);
});
