import type { Command } from 'commander';
import { Option } from 'commander';
import { PROTECTION } from './protection.ts';
import { collect } from '../collect.ts';

const BUILD_HELP = `
The list is an export of your school’s system as CSV: a row of headings such as Forename, Surname,
Preferred name, and a pupil a row. Other columns are not read. Titles above the headings, semicolons,
tabs and Windows encodings do no harm. Nothing ever repeats a pupil’s name.

Key: --key-file, or the variable POLICY_LINT_ROSTER_KEY, or rosterKey in policy-lint.yaml.
Options of policy-lint that hold here: -o, --key-file, --config, --encoding.

${PROTECTION}

Exit codes: 0, or 2 when something could not be read or written.`;

/** Called with what stands on the command line. */
interface Asked {
  readonly build: (file: string, command: Command) => void;
  readonly key: (command: Command) => void;
}

/** Adds `roster build` and `roster key`; `ready` prepares a command as its parent was. */
export const addRosterCommands = (
  program: Command,
  ready: (command: Command) => Command,
  asked: Asked,
): void => {
  const roster = ready(program.command('roster')).description(
    'keep a list of pupils that gives no names away',
  );
  ready(roster.command('build <list>'))
    .description('make a roster of a list of pupils (CSV)')
    .addOption(
      new Option(
        '--column <role=heading>',
        'which column holds what: given=…, surname=… or name=…; repeat for several',
      ).argParser(collect),
    )
    .addHelpText('after', BUILD_HELP)
    .action((file: string, _, command: Command) => asked.build(file, command));
  ready(roster.command('key'))
    .description('make a new key for rosters: policy-lint roster key -o roster.key')
    .action((_, command: Command) => asked.key(command));
};
