import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Severity } from '../core/severity.ts';
import { SEVERITIES } from '../core/severity.ts';
import { visible } from '../report/cells.ts';
import { INPUT_FORMATS } from '../input/index.ts';
import { FORMATS } from '../report/index.ts';
import { addPolicyCommands } from './policy-options.ts';
import { addRosterCommands } from './roster/options.ts';

export interface LintOptions {
  readonly policy?: readonly string[];
  readonly config?: string | false;
  readonly format: string;
  readonly output?: string;
  readonly at?: string;
  readonly event?: string | true;
  readonly urgent?: string | true;
  readonly account?: string;
  readonly failOn: Severity;
  readonly maxWarnings?: number;
  readonly quiet?: true;
  readonly reveal?: true;
  readonly color?: boolean;
  readonly stdinFilename?: string;
  readonly encoding?: string;
  readonly keyFile?: string;
  readonly inputFormat?: string;
  readonly explainInput?: true;
  readonly upcoming?: true;
  readonly now?: string;
  readonly strict?: true;
  readonly waivers?: string | false;
  readonly baseline?: string;
  readonly writeBaseline?: string | true;
  readonly pruneBaseline?: true;
}

export interface TestOptions extends LintOptions {
  readonly mutate?: true;
}

export interface SignOffOptions extends LintOptions {
  readonly by?: string;
  readonly on?: string;
  readonly note?: string;
}

/** What the command line asks for. */
export type Request =
  | { readonly command: 'lint'; readonly files: readonly string[]; readonly options: LintOptions }
  | {
      readonly command: 'inspect';
      readonly files: readonly string[];
      readonly options: LintOptions;
    }
  | { readonly command: 'explain'; readonly rule: string; readonly options: LintOptions }
  | { readonly command: 'policies'; readonly options: LintOptions }
  | {
      readonly command: 'allow';
      readonly name: string;
      readonly options: LintOptions & { readonly as?: string };
    }
  | {
      readonly command: 'roster-build';
      readonly file: string;
      readonly options: LintOptions & { readonly column?: readonly string[] };
    }
  | { readonly command: 'roster-key'; readonly options: LintOptions }
  | { readonly command: 'test'; readonly named: readonly string[]; readonly options: TestOptions }
  | {
      readonly command: 'coverage';
      readonly named: readonly string[];
      readonly options: LintOptions;
    }
  | { readonly command: 'due'; readonly options: LintOptions }
  | { readonly command: 'signoff'; readonly clause: string; readonly options: SignOffOptions }
  /** `--help`, `--version` or words that make no sense: there is only text to print. */
  | {
      readonly command: 'said';
      readonly exitCode: 0 | 2;
      readonly stdout: string;
      readonly stderr: string;
    };

const count = (written: string): number => {
  if (!/^\d{1,9}$/u.test(written))
    throw new InvalidArgumentError('Write a whole number, such as 0.');
  return Number(written);
};

const collect = (written: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  written,
];

const EXAMPLES = `
Examples:
  policy-lint draft.txt                     check a draft as if it were posted now
  policy-lint draft.txt --at 2026-11-23T17:42
  policy-lint - --event "netball match"     check a text from standard input
  policy-lint queue.ndjson --format json    for programs
  policy-lint explain no-child-names        what a rule asks, with examples
  policy-lint inspect draft.txt             each name in a draft, whose it is and why

Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 something could not be read, loaded or run.
Several posts in one draft are separated by a line that holds only ---.`;

const INSPECT_HELP = `
Nothing is judged. Names are shown as typed, for they are what you ask about; in a file that -o
writes children’s names are masked, unless --reveal.
Options of policy-lint that hold here: --format text, json or ndjson, -o, --config, --at, --account,
--stdin-filename, --encoding, --color, --no-color, --reveal.

Exit codes: 0, or 2 when something could not be read or loaded.`;

const POLICY = new Option(
  '-p, --policy <policy>',
  'a shipped policy or a file; repeat for several',
).argParser(collect);
const CONFIG = new Option(
  '-c, --config <file>',
  'configuration (default: nearest policy-lint.yaml upward)',
);
const COLOR = new Option('--color', 'colour even where there is no terminal');
const NO_COLOR = new Option('--no-color', 'no colour (as NO_COLOR)');

const lintOptions: readonly Option[] = [
  new Option('-f, --format <format>', 'how to report').choices([...FORMATS.keys()]).default('text'),
  new Option('-o, --output <file>', 'write the report to a file'),
  new Option('--at <time>', 'judge as if posted then, such as 2026-11-23T17:42'),
  new Option('--event [what]', 'declare a school event, such as "residential"'),
  new Option('--urgent [what]', 'declare urgent school news, such as "closure"'),
  new Option(
    '--account <account>',
    'who posts: a configured name, or school, department:science, class:3B, personal',
  ),
  new Option('--fail-on <severity>', 'lowest severity that fails the run')
    .choices(SEVERITIES)
    .default('error'),
  new Option('--max-warnings <number>', 'fail when there are more warnings').argParser(count),
  new Option('--quiet', 'report errors alone'),
  new Option('--reveal', 'show children’s names in a report that leaves the terminal'),
  new Option('--upcoming', 'judge only posts that are still to come, or have no time yet'),
  new Option(
    '--now <time>',
    'the moment of the run, such as 2026-11-23T08:05 (default: the clock’s)',
  ),
  new Option('--input-format <format>', 'what wrote the file, when it is not recognised').choices(
    INPUT_FORMATS,
  ),
  new Option('--explain-input', 'say how files are read, and judge nothing'),
  new Option(
    '--waivers <file>',
    'recorded exceptions (default: waivers.yaml beside the configuration)',
  ),
  new Option('--no-waivers', 'judge as if there were no exceptions'),
  new Option('--baseline <file>', 'findings that were there before, which do not fail'),
  new Option('--write-baseline [file]', 'record today’s findings as the baseline'),
  new Option('--prune-baseline', 'take out of the baseline what no longer applies'),
  new Option('--strict', 'fail on exceptions that ended or cover nothing'),
  new Option('--key-file <file>', 'the key of the roster'),
  new Option('--stdin-filename <name>', 'name of the text on standard input'),
  new Option('--encoding <encoding>', 'how files are encoded').choices([
    'utf-8',
    'windows-1252',
    'utf-16le',
    'utf-16be',
  ]),
];

/** Reads the command line. `POLICY_LINT_VERSION` is put in when the command is built. */
export const parseArguments = (argv: readonly string[], version: string): Request => {
  let stdout = '';
  let stderr = '';
  let request: Request | undefined;
  const program = new Command('policy-lint');
  const say = {
    writeOut: (text: string) => (stdout += text),
    writeErr: (text: string) => (stderr += text),
  };
  const ready = (command: Command): Command =>
    command
      .exitOverride()
      .configureOutput(say)
      .showHelpAfterError('(policy-lint --help says more)');

  ready(program)
    .description(
      'Checks a school’s social-media posts against the school’s own policy before they go out.',
    )
    .version(version, '-V, --version', 'print the version')
    .argument(
      '[files...]',
      'drafts (.txt, .md) or posts (.ndjson, .json, .yaml); - reads standard input',
    )
    .addOption(POLICY)
    .addOption(CONFIG)
    .addOption(new Option('--no-config', 'read no configuration'))
    .addOption(COLOR)
    .addOption(NO_COLOR)
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: LintOptions) => {
      request = { command: 'lint', files, options };
    });
  for (const option of lintOptions) program.addOption(option);
  program.helpCommand(true);

  ready(program.command('inspect [files...]'))
    .description('show what is seen in posts: each name, whose it is and why, and all else')
    .addHelpText('after', INSPECT_HELP)
    .action((files: string[], _, command: Command) => {
      request = { command: 'inspect', files, options: command.optsWithGlobals<LintOptions>() };
    });
  ready(program.command('explain <rule>'))
    .description('say what a rule asks, why, and show posts it flags and allows')
    .action((rule: string, _, command: Command) => {
      request = { command: 'explain', rule, options: command.optsWithGlobals<LintOptions>() };
    });
  ready(program.command('policies'))
    .description('list the policies at hand and their rules')
    .action((_, command: Command) => {
      request = { command: 'policies', options: command.optsWithGlobals<LintOptions>() };
    });
  ready(program.command('allow <name>'))
    .description('add a name to people.yaml: policy-lint allow "Barnaby Bear" --as mascot')
    .addOption(new Option('--as <kind>', 'what it is: adult, house, class, mascot, visitor …'))
    .action((name: string, _, command: Command) => {
      request = { command: 'allow', name, options: command.optsWithGlobals() };
    });
  addRosterCommands(program, ready, {
    build: (file, command) => {
      request = { command: 'roster-build', file, options: command.optsWithGlobals() };
    },
    key: (command) => {
      request = { command: 'roster-key', options: command.optsWithGlobals() };
    },
  });

  addPolicyCommands(program, ready, {
    test: (named, command) => {
      request = { command: 'test', named, options: command.optsWithGlobals() };
    },
    coverage: (named, command) => {
      request = { command: 'coverage', named, options: command.optsWithGlobals() };
    },
    due: (command) => {
      request = { command: 'due', options: command.optsWithGlobals() };
    },
    signOff: (clause, command) => {
      request = { command: 'signoff', clause, options: command.optsWithGlobals() };
    },
  });

  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return {
      command: 'said',
      exitCode: error.exitCode === 0 ? 0 : 2,
      stdout,
      // It repeats what was typed, or what a file is called.
      stderr: stderr.split('\n').map(visible).join('\n'),
    };
  }
  return request ?? { command: 'said', exitCode: 2, stdout, stderr };
};
