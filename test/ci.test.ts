import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runBinary } from './support/binary.ts';
import { HAS_SHELL, createRunner } from './support/shell.ts';

/** A week without drafts is no mistake. */
const MAY_BE_NONE = '--no-error-on-unmatched-pattern';
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ours = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const { version } = JSON.parse(ours('package.json')) as { version: string };

const post = (text: string): string => `${JSON.stringify({ text, at: '2026-11-23T10:00' })}\n`;
const CLEAN = post('Year 4 planted forty bulbs by the gate this morning.');
const NAMED = post('Well done Josh, a better lesson today');

/** Names that do something when a shell takes them for its own. */
const HOSTILE = [
  'week 1.ndjson',
  "it's.ndjson",
  '$(touch pwned).ndjson',
  '`touch pwned`.ndjson',
  'a; touch pwned;.ndjson',
  '-o stolen.ndjson',
  '"; touch pwned; ".ndjson',
  '$HOME.ndjson',
  '%{x} & más 🌳.ndjson',
];

let cwd: string;
let runner: ReturnType<typeof createRunner>;

const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
  writeFileSync(path.join(cwd, file), text);
};

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
  runner = createRunner();
  spawnSync('git', ['init', '--quiet'], { cwd });
  for (const file of HOSTILE) write(file, CLEAN);
  write('clean.ndjson', CLEAN);
  write('named.ndjson', NAMED);
  write('drafts/mon.txt', '---\nat: 2026-11-23T10:00\n---\nYear 4 planted forty bulbs.\n');
  write('drafts/tue.txt', '---\nat: 2026-11-24T10:00\n---\nYear 5 measured the rain.\n');
});
afterEach(() => {
  expect(existsSync(path.join(cwd, 'pwned'))).toBe(false);
  expect(existsSync(path.join(runner.temp, 'pwned'))).toBe(false);
  rmSync(cwd, { recursive: true });
  rmSync(runner.temp, { recursive: true });
});

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const direct = (...args: readonly string[]) => runBinary(args, { cwd });

describe.skipIf(!HAS_SHELL)('action.yml (needs bash)', () => {
  const action = parse(ours('action.yml')) as {
    readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
    readonly runs: { readonly steps: readonly Required<Step>[] };
  };

  /** Fills inputs in as GitHub does: as text, wherever they stand. */
  const filled = (text: string, inputs: Readonly<Record<string, string>>): string =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/gu, (_, name: string) => {
      expect(Object.keys(action.inputs)).toContain(name);
      return inputs[name] ?? action.inputs[name]?.default ?? '';
    });

  const runAction = (inputs: Readonly<Record<string, string>>) => {
    let stdout = '';
    let stderr = '';
    const calls: (readonly string[])[] = [];
    for (const { run, env } of action.runs.steps) {
      const given = Object.entries(env).map(([key, value]) => [key, filled(value, inputs)]);
      const ran = runner.run(filled(run, inputs), {
        cwd,
        env: Object.fromEntries(given) as Record<string, string>,
      });
      stdout += ran.stdout;
      stderr += ran.stderr;
      calls.push(...ran.calls);
      if (ran.exitCode !== 0) return { exitCode: ran.exitCode, stdout, stderr, calls };
    }
    return { exitCode: 0, stdout, stderr, calls };
  };

  it('never puts an input into a command', () => {
    expect(action.runs.steps.map(({ run }) => run).filter((run) => run.includes('${{'))).toEqual(
      [],
    );
  });

  it('installs this version, without scripts, apart from the repository', () => {
    expect(runAction({ paths: 'clean.ndjson' }).exitCode).toBe(0);
    expect(runner.installs()).toEqual([
      [
        'install',
        '--prefix',
        `${runner.temp}/policy-lint`,
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--',
        `policy-lint@${version}`,
      ],
    ]);
  });

  it('installs a package that stands in the repository', () => {
    write('tools/my tool.tgz', '');
    runAction({ paths: 'clean.ndjson', version: './tools/my tool.tgz' });
    expect(runner.installs()[0]?.at(-1)).toBe(`${path.join(cwd, 'tools')}/my tool.tgz`);
  });

  it.each(['', '1.0.0 evil', 'latest; touch pwned', '$(touch pwned)', '../x', 'a@npm:b'])(
    'refuses the version %j',
    (written) => {
      const { exitCode, stdout, calls } = runAction({ paths: 'clean.ndjson', version: written });
      expect({ exitCode, calls, installs: runner.installs() }).toEqual({
        exitCode: 2,
        calls: [],
        installs: [],
      });
      expect(stdout).toMatch(/^::error title=policy-lint::version /u);
    },
  );

  it.each([
    ['clean', 'clean.ndjson', 0],
    ['a finding', 'named.ndjson', 1],
    ['a file that is not there', 'nowhere.ndjson', 2],
    ['a finding beside a file that is not there', 'named.ndjson\nnowhere.ndjson', 2],
  ])('ends as policy-lint does: %s', (_, paths, exitCode) => {
    const ran = runAction({ paths, format: 'compact' });
    const same = direct('--format', 'compact', '--', ...paths.split('\n'));
    expect(ran).toMatchObject({ exitCode, stdout: same.stdout, stderr: same.stderr });
  });

  it('reports for GitHub when told nothing else', () => {
    const { stdout, calls } = runAction({ paths: 'named.ndjson' });
    expect(calls).toEqual([
      ['--format', 'github', '--fail-on', 'error', MAY_BE_NONE, '--', 'named.ndjson'],
    ]);
    expect(stdout).toContain('::error file=named.ndjson,line=1');
  });

  it('takes names as they are, whatever they hold', () => {
    const { exitCode, calls } = runAction({ paths: `${HOSTILE.join('\n')}\n`, format: 'json' });
    expect(calls).toEqual([
      ['--format', 'json', '--fail-on', 'error', MAY_BE_NONE, '--', ...HOSTILE],
    ]);
    expect(exitCode).toBe(0);
  });

  it('fills wildcards in', () => {
    const { calls } = runAction({ paths: 'clean.ndjson\ndrafts/*.txt\n*.nothing\n' });
    expect(calls[0]?.slice(6)).toEqual([
      'clean.ndjson',
      'drafts/mon.txt',
      'drafts/tue.txt',
      '*.nothing',
    ]);
  });

  it('hands every other input on as one argument', () => {
    const { calls } = runAction({
      paths: 'clean.ndjson',
      policy: 'st-lukes\n./our *.yaml; touch pwned\n',
      config: '$(touch pwned).yaml',
      'fail-on': 'warning',
      upcoming: 'true',
      args: '--max-warnings=0\n--event\nnetball match $(touch pwned)',
    });
    expect(calls).toEqual([
      [
        ...['--format', 'github', '--fail-on', 'warning', MAY_BE_NONE],
        ...['--policy', 'st-lukes', '--policy', './our *.yaml; touch pwned'],
        ...['--config', '$(touch pwned).yaml', '--upcoming'],
        ...['--max-warnings=0', '--event', 'netball match $(touch pwned)', '--', 'clean.ndjson'],
      ],
    ]);
  });

  it('says so when there is nothing to check', () => {
    const { exitCode, stdout, calls } = runAction({ paths: ' \n'.trim() });
    expect({ exitCode, calls }).toEqual({ exitCode: 2, calls: [] });
    expect(stdout).toMatch(/^::error title=policy-lint::paths names no file/u);
  });

  it('writes SARIF beside, and ends as the first report', () => {
    const { exitCode, calls } = runAction({ paths: 'named.ndjson', sarif: 'out $(x).sarif' });
    expect({ exitCode, formats: calls.map((call) => call[1]) }).toEqual({
      exitCode: 1,
      formats: ['github', 'sarif'],
    });
    const sarif = JSON.parse(readFileSync(path.join(cwd, 'out $(x).sarif'), 'utf8')) as object;
    expect(sarif).toMatchObject({ version: '2.1.0' });
  });

  it('never passes when SARIF could not be written', () => {
    const { exitCode, stderr } = runAction({ paths: 'clean.ndjson', sarif: 'nowhere/x.sarif' });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('nowhere/x.sarif');
  });

  it('asks for the version of this package', () => {
    expect(action.inputs['version']?.default).toBe(version);
  });
});

describe.skipIf(!HAS_SHELL)('the GitHub workflow that init writes (needs bash)', () => {
  const steps = (file: string): readonly Step[] => {
    const workflow = parse(readFileSync(file, 'utf8')) as {
      permissions: object;
      jobs: { 'policy-lint': { steps: Step[] } };
    };
    expect(workflow.permissions).toEqual({ contents: 'read' });
    return workflow.jobs['policy-lint'].steps;
  };

  it('checks what it was told to, whatever it is called', () => {
    const flags = HOSTILE.flatMap((file) => [`--queue=${file}`]);
    const made = direct('init', '--yes', '--ci', 'github', ...flags, '--queue', 'named.ndjson');
    expect(made).toMatchObject({ exitCode: 0, stderr: '' });
    const all = steps(path.join(cwd, '.github/workflows/policy-lint.yml'));
    const { run = '', env = {} } = all.at(-1) ?? {};
    const ran = runner.run(run, { cwd, env });
    expect(ran.calls).toEqual([
      ['--format', 'github', MAY_BE_NONE, '--', ...HOSTILE, 'named.ndjson'],
    ]);
    expect(ran.exitCode).toBe(1);
    expect(
      all.every(
        ({ uses = '@', run: line = '' }) =>
          /@[\da-f]{40}$|^@$/u.test(uses) && !line.includes('${{'),
      ),
    ).toBe(true);
  });

  it('installs this version without scripts', () => {
    const [install] = steps(path.join(ROOT, 'ci/policy-lint.github.yml')).filter(({ run }) => run);
    runner.run(install?.run ?? '', { cwd });
    expect(runner.installs()).toEqual([
      [
        'install',
        '--global',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        `policy-lint@${version}`,
      ],
    ]);
  });

  it('says so when there is nothing to check', () => {
    const { run = '' } = steps(path.join(ROOT, 'ci/policy-lint.github.yml')).at(-1) ?? {};
    const ran = runner.run(run, { cwd, env: { POLICY_LINT_PATHS: '\n' } });
    expect(ran).toMatchObject({ exitCode: 2, calls: [] });
  });
});

describe.skipIf(!HAS_SHELL).each(['bash', 'sh'])('the GitLab template in %s', (shell) => {
  interface Job {
    readonly variables: {
      readonly POLICY_LINT_VERSION: string;
      readonly POLICY_LINT_PATHS: { readonly value: string; readonly expand: boolean };
    };
    readonly script: readonly string[];
    readonly artifacts: {
      readonly when: string;
      readonly reports: { readonly codequality: string; readonly junit: string };
    };
  }
  const job = (text: string): Job => (parse(text) as { 'policy-lint': Job })['policy-lint'];
  const template = job(ours('ci/policy-lint.gitlab-ci.yml'));

  const runJob = ({ script, variables }: Job, paths = variables.POLICY_LINT_PATHS.value) =>
    runner.run(script.join('\n'), {
      cwd,
      shell,
      env: {
        POLICY_LINT_VERSION: variables.POLICY_LINT_VERSION,
        POLICY_LINT_PATHS: paths,
      },
    });

  it.each([
    ['clean.ndjson', 0],
    ['named.ndjson', 1],
    ['nowhere.ndjson', 2],
    ['', 2],
  ])('%j: exit code %d', (paths, exitCode) => {
    expect(runJob(template, paths).exitCode).toBe(exitCode);
  });

  it('leaves the reports that GitLab is told of, and the findings in the log', () => {
    const { stdout } = runJob(template, 'named.ndjson');
    const { codequality, junit } = template.artifacts.reports;
    expect(template.artifacts.when).toBe('always');
    const findings = JSON.parse(readFileSync(path.join(cwd, codequality), 'utf8')) as object[];
    expect(findings).toContainEqual(
      expect.objectContaining({
        check_name: 'use-of-twitter-2018/no-child-names',
        location: expect.objectContaining({ path: 'named.ndjson' }),
      }),
    );
    expect(readFileSync(path.join(cwd, junit), 'utf8')).toContain('<testcase ');
    expect(stdout).toBe(direct('named.ndjson').stdout);
  });

  it('never passes when a report could not be written', () => {
    mkdirSync(path.join(cwd, template.artifacts.reports.junit));
    expect(runJob(template, 'clean.ndjson').exitCode).toBe(2);
  });

  it('is what init writes, with the files of the school', () => {
    const flags = HOSTILE.flatMap((file) => [`--queue=${file}`]);
    expect(direct('init', '--yes', '--ci', 'gitlab', ...flags).exitCode).toBe(0);
    const made = job(readFileSync(path.join(cwd, 'policy-lint.gitlab-ci.yml'), 'utf8'));
    expect(made.script).toEqual(template.script);
    expect(made.variables.POLICY_LINT_PATHS.expand).toBe(false);
    const { calls, exitCode } = runJob(made);
    expect(calls.map((call) => call.slice(call.indexOf('--') + 1))).toEqual([
      HOSTILE,
      HOSTILE,
      HOSTILE,
    ]);
    expect(exitCode).toBe(0);
    expect(runner.installs()[0]?.at(-1)).toBe(`policy-lint@${version}`);
    expect(parse(readFileSync(path.join(cwd, '.gitlab-ci.yml'), 'utf8'))).toEqual({
      include: [{ local: '/policy-lint.gitlab-ci.yml' }],
    });
  });
});

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args: readonly string[];
  readonly files: string;
  readonly additional_dependencies?: readonly string[];
}

/** Names that pre-commit would hand to a hook: it searches with Python’s expressions. */
const chosen = ({ files }: Hook, names: readonly string[]): readonly string[] => {
  const isBlind = files.startsWith('(?i)');
  const pattern = new RegExp(isBlind ? files.slice(4) : files, isBlind ? 'iu' : 'u');
  return names.filter((name) => pattern.test(name));
};

describe.skipIf(!HAS_SHELL)('pre-commit (needs bash)', () => {
  const hooks = parse(ours('.pre-commit-hooks.yaml')) as readonly Hook[];
  const runHook = ({ entry, args }: Hook, names: readonly string[]) => {
    const words = [...entry.split(' '), ...args, ...names].map(
      (word) => `'${word.replaceAll("'", `'\\''`)}'`,
    );
    return runner.run(words.join(' '), { cwd });
  };
  const [posts, policies] = hooks;

  it('hands posts to the first hook and policies to the second', () => {
    const names = [
      'queue.csv',
      'queue/week 1.ndjson',
      'social/2026/posts_12.yaml',
      'Drafts/Mon.TXT',
      'policy-lint.yaml',
      'posters.csv',
      'README.md',
      'postcode.json',
      'package.json',
      'rules/our-policy.yaml',
      'policies/us.yml',
    ];
    expect(chosen(posts!, names)).toEqual(names.slice(0, 4));
    expect(chosen(policies!, names)).toEqual(names.slice(9));
  });

  it('ends as policy-lint does, whatever files are called', () => {
    expect(runHook(posts!, HOSTILE)).toMatchObject({ exitCode: 0, calls: [['--', ...HOSTILE]] });
    const same = direct('named.ndjson');
    expect(runHook(posts!, ['named.ndjson'])).toMatchObject(same);
    expect(runHook(posts!, ['nowhere.ndjson']).exitCode).toBe(2);
  });

  it('runs the examples of policies', () => {
    const policy = ours('rules/use-of-twitter-2018.yaml');
    write('rules/our own.yaml', policy);
    write('rules/-bad.yaml', policy.replace('⟦', '').replace('⟧', ''));
    expect(runHook(policies!, ['rules/our own.yaml']).exitCode).toBe(0);
    expect(runHook(policies!, ['rules/our own.yaml', 'rules/-bad.yaml']).exitCode).not.toBe(0);
  });

  it('is set up by init for exactly the files that it was told', () => {
    const told = ['--queue', 'week 1.ndjson', '--queue', 'drafts/*.txt', '--queue=a+b (1).ndjson'];
    write('a+b (1).ndjson', CLEAN);
    expect(direct('init', '--yes', '--ci', 'pre-commit', ...told).exitCode).toBe(0);
    const { repos } = parse(readFileSync(path.join(cwd, '.pre-commit-config.yaml'), 'utf8')) as {
      repos: readonly { readonly repo: string; readonly hooks: readonly Hook[] }[];
    };
    const [hook] = repos[0]!.hooks;
    expect(hook!.additional_dependencies).toEqual([`policy-lint@${version}`]);
    const names = [
      'week 1.ndjson',
      'drafts/mon.txt',
      'a+b (1).ndjson',
      'xweek 1.ndjson',
      'drafts/a/b.txt',
      'week 1xndjson',
    ];
    expect(chosen(hook!, names)).toEqual(names.slice(0, 3));
    expect(runHook(hook!, names.slice(0, 3)).exitCode).toBe(0);
  });
});
