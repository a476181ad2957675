import type { Command } from 'commander';
import { Option } from 'commander';

const TEST_HELP = `
Each rule of a policy carries posts that it flags, with ⟦marks⟧ round what is meant, and posts that it
allows. Examples speak of an invented school, Oakfield Primary (@OakfieldPrimary, @OakfieldSci).
--mutate breaks every rule in small ways (a condition left out, a parameter changed) and names those
whose examples would not notice.

Exit codes: 0, 1 when a rule fails, 2 when something could not be read.`;

const COVERAGE_HELP = `
For each clause of a policy: the rules that judge posts by it, what the audit of an archive asks
(policy-lint audit), who signs it off, or why it lies outside. What nothing answers for is shown as a hole.
--format json: { policy, clauses: [{ id, section, requires, kind, status, rules, audits, by }] }`;

const DUE_HELP = `
What only people can confirm (passwords changed, training, risk assessments) is recorded in
sign-offs.yaml beside policy-lint.yaml, and policies past their review date are named.

Exit codes: 0 nothing is due, 1 something is, 2 something could not be read.`;

/** Called with what stands on the command line. */
interface Asked {
  readonly test: (named: readonly string[], command: Command) => void;
  readonly coverage: (named: readonly string[], command: Command) => void;
  readonly due: (command: Command) => void;
  readonly signOff: (clause: string, command: Command) => void;
}

/** Adds what looks after policies; `ready` prepares a command as its parent was. */
export const addPolicyCommands = (
  program: Command,
  ready: (command: Command) => Command,
  asked: Asked,
): void => {
  ready(program.command('test [policies...]'))
    .description('run the examples of every rule of a policy')
    .addOption(
      new Option('--mutate', 'break each rule and name those whose examples do not notice'),
    )
    .addHelpText('after', TEST_HELP)
    .action((named: string[], _, command: Command) => asked.test(named, command));
  ready(program.command('coverage [policies...]'))
    .description('say what answers for each clause of a policy')
    .addHelpText('after', COVERAGE_HELP)
    .action((named: string[], _, command: Command) => asked.coverage(named, command));
  ready(program.command('due'))
    .description('list what people have to confirm and have not, or not lately')
    .addHelpText('after', DUE_HELP)
    .action((_, command: Command) => asked.due(command));
  ready(program.command('signoff <clause>'))
    .description('record that a clause was confirmed: policy-lint signoff b11.1 --by "M. Idris"')
    .addOption(new Option('--by <who>', 'who confirms it'))
    .addOption(
      new Option('--on <day>', 'when it was done, such as 2026-09-03; today when left out'),
    )
    .addOption(new Option('--note <words>', 'what was looked at'))
    .action((clause: string, _, command: Command) => asked.signOff(clause, command));
};
