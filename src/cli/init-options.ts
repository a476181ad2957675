import type { Command } from 'commander';
import { Argument, Option } from 'commander';
import type { Shell } from './completion/shells.ts';
import { collect } from './collect.ts';

/** What `init` is told beside the policies of `--policy`. */
export interface InitFlags {
  readonly school?: string;
  readonly handle?: readonly string[];
  readonly queue?: readonly string[];
  readonly ci?: Ci;
  readonly yes?: true;
  readonly force?: true;
}

export const CIS = ['none', 'github', 'gitlab', 'pre-commit'] as const;
export type Ci = (typeof CIS)[number];

const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish', 'powershell'];

const INIT_HELP = `
It looks at the files here, asks a few questions, and writes policy-lint.yaml. Where there is no
terminal to ask on, flags and what was found answer:
  policy-lint init --yes --school "Oakfield Primary" --handle OakfieldPrimary --ci github
The policy is named by policy-lint’s own option: --policy st-lukes, or --policy ./our-policy.yaml.
Nothing that is there already is replaced, unless --force; files that hold more than our part
(.gitlab-ci.yml, .pre-commit-config.yaml) never are.

Exit codes: 0, or 2 when nothing was written.`;

const COMPLETION_HELP = `
  source <(policy-lint completion bash)                                       this shell, now
  policy-lint completion fish > ~/.config/fish/completions/policy-lint.fish   each new one
The first lines of the script say where the other shells keep theirs.`;

/** Called with what stands on the command line. */
interface InitAsked {
  readonly init: (command: Command) => void;
}

/** Adds `init`; `ready` prepares a command as its parent was. */
export const addInitCommand = (
  program: Command,
  ready: (command: Command) => Command,
  asked: InitAsked,
): void => {
  ready(program.command('init'))
    .description('set policy-lint up in this folder')
    .addOption(new Option('--school <name>', 'what the school is called'))
    .addOption(
      new Option('--handle <handle>', 'a handle of the school’s own; repeat for several').argParser(
        collect,
      ),
    )
    .addOption(
      new Option(
        '--queue <file>',
        'a file that holds the posts of the week, or drafts/*.txt; repeat for several',
      ).argParser(collect),
    )
    .addOption(new Option('--ci <kind>', 'what checks each change').choices(CIS))
    .addOption(new Option('--yes', 'ask nothing: take what was found'))
    .addOption(new Option('--force', 'replace files that are there'))
    .addHelpText('after', INIT_HELP)
    .action((_, command: Command) => asked.init(command));
};

interface CompletionAsked {
  readonly completion: (shell: Shell, program: Command) => void;
}

/** Adds `completion`, which describes the whole program that it is part of. */
export const addCompletionCommand = (
  program: Command,
  ready: (command: Command) => Command,
  asked: CompletionAsked,
): void => {
  ready(program.command('completion'))
    .addArgument(new Argument('<shell>', 'which shell').choices(SHELLS))
    .description('print what a shell needs to complete our command line')
    .addHelpText('after', COMPLETION_HELP)
    .action((shell: Shell) => asked.completion(shell, program));
};
