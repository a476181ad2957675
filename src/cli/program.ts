import type { OutputConfiguration } from 'commander';
import { Command, CommanderError, Option } from 'commander';
import { visible } from '../report/cells.ts';
import { addAuditCommands } from './audit/options.ts';
import { addCompletionCommand, addInitCommand } from './init-options.ts';
import { COLOR, CONFIG, LINT_OPTIONS, NO_COLOR, POLICY } from './lint-options.ts';
import type { LintOptions, Request } from './options.ts';
import { addPolicyCommands } from './policy-options.ts';
import { addRosterCommands } from './roster/options.ts';
import { addTakedownCommand } from './takedown/options.ts';
import { addWaiveCommand } from './waive-options.ts';

const EXAMPLES = `
Examples:
  policy-lint draft.txt                     check a draft as if it were posted now
  policy-lint draft.txt --at 2026-11-23T17:42
  policy-lint - --event "netball match"     check a text from standard input
  policy-lint queue.csv --upcoming          check what a scheduler is to post
  policy-lint queue.csv --format github     for a build, or sarif, gitlab, junit …
  policy-lint audit archive.zip --term autumn --report audit.html
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

interface Told {
  readonly version: string;
  /** Called with what the command line asks for. */
  readonly answer: (request: Request) => void;
  readonly output?: OutputConfiguration;
}

/** The whole command line; what it asks for goes to `answer`. */
export const createProgram = ({ version, answer, output = {} }: Told): Command => {
  const program = new Command('policy-lint');
  const ready = (command: Command): Command =>
    command
      .exitOverride()
      .configureOutput(output)
      .showHelpAfterError('(policy-lint --help says more)');

  ready(program)
    .description(
      'Checks a school’s social-media posts against the school’s own policy before they go out.',
    )
    .version(version, '-V, --version', 'print the version')
    .argument(
      '[files...]',
      'drafts (.txt, .md), queues of schedulers (.csv, .tsv, .json) or posts (.ndjson, .yaml); - reads standard input',
    )
    .addOption(POLICY)
    .addOption(CONFIG)
    .addOption(new Option('--no-config', 'read no configuration'))
    .addOption(COLOR)
    .addOption(NO_COLOR)
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: LintOptions) => {
      answer({ command: 'lint', files, options });
    });
  for (const option of LINT_OPTIONS) program.addOption(option);
  program.helpCommand(true);

  ready(program.command('inspect [files...]'))
    .description('show what is seen in posts: each name, whose it is and why, and all else')
    .addHelpText('after', INSPECT_HELP)
    .action((files: string[], _, command: Command) => {
      answer({ command: 'inspect', files, options: command.optsWithGlobals<LintOptions>() });
    });
  ready(program.command('explain <rule>'))
    .description('say what a rule asks, why, and show posts it flags and allows')
    .action((rule: string, _, command: Command) => {
      answer({ command: 'explain', rule, options: command.optsWithGlobals<LintOptions>() });
    });
  ready(program.command('policies'))
    .description('list the policies at hand and their rules')
    .action((_, command: Command) => {
      answer({ command: 'policies', options: command.optsWithGlobals<LintOptions>() });
    });
  ready(program.command('allow <name>'))
    .description('add a name to people.yaml: policy-lint allow "Barnaby Bear" --as mascot')
    .addOption(new Option('--as <kind>', 'what it is: adult, house, class, mascot, visitor …'))
    .action((name: string, _, command: Command) => {
      answer({ command: 'allow', name, options: command.optsWithGlobals() });
    });
  addRosterCommands(program, ready, {
    build: (file, command) => {
      answer({ command: 'roster-build', file, options: command.optsWithGlobals() });
    },
    key: (command) => {
      answer({ command: 'roster-key', options: command.optsWithGlobals() });
    },
  });

  addPolicyCommands(program, ready, {
    test: (named, command) => {
      answer({ command: 'test', named, options: command.optsWithGlobals() });
    },
    coverage: (named, command) => {
      answer({ command: 'coverage', named, options: command.optsWithGlobals() });
    },
    due: (command) => {
      answer({ command: 'due', options: command.optsWithGlobals() });
    },
    signOff: (clause, command) => {
      answer({ command: 'signoff', clause, options: command.optsWithGlobals() });
    },
  });
  addAuditCommands(program, ready, {
    audit: (files, command) => {
      answer({ command: 'audit', files, options: command.optsWithGlobals() });
    },
    report: (files, command) => {
      answer({ command: 'report', files, options: command.optsWithGlobals() });
    },
    posts: (files, command) => {
      answer({ command: 'posts', files, options: command.optsWithGlobals() });
    },
  });
  addTakedownCommand(program, ready, (files, command) => {
    answer({ command: 'takedown', files, options: command.optsWithGlobals() });
  });
  addWaiveCommand(program, ready, (rule, post, command) => {
    answer({ command: 'waive', rule, post, options: command.optsWithGlobals() });
  });
  addInitCommand(program, ready, {
    init: (command) => {
      answer({ command: 'init', options: command.optsWithGlobals() });
    },
  });
  addCompletionCommand(program, ready, {
    completion: (shell) => {
      answer({ command: 'completion', shell, program });
    },
  });
  return program;
};

/** Reads the command line. */
export const parseArguments = (argv: readonly string[], version: string): Request => {
  let stdout = '';
  let stderr = '';
  let request: Request | undefined;
  const program = createProgram({
    version,
    answer: (asked) => {
      request = asked;
    },
    output: {
      writeOut: (text: string) => (stdout += text),
      writeErr: (text: string) => (stderr += text),
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
