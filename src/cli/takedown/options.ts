import type { Command } from 'commander';
import { Option } from 'commander';

const HELP = `
Lists the posts of an archive that name or picture a pupil whose consent was withdrawn, the surest
first. With --pupil the name is asked for on the terminal, so that no shell keeps it; several names of
one child, or of several, stand one behind the other with semicolons. --list is a CSV of pupils, names a
line each, or a roster made of them with policy-lint roster build. No report repeats a name.

  policy-lint takedown twitter-archive.zip --pupil
  policy-lint takedown twitter-archive.zip --list withdrawn.roster --format csv -o takedown.csv

Options of policy-lint that hold here: --format text, csv, json or ndjson, -o, --config, --key-file.

Exit codes: 0 no post names them, 1 some do, 2 something could not be read.`;

/** Adds `takedown`; `ready` prepares a command as its parent was. */
export const addTakedownCommand = (
  program: Command,
  ready: (command: Command) => Command,
  takedown: (files: readonly string[], command: Command) => void,
): void => {
  ready(program.command('takedown [archives...]'))
    .description('list posts that name or picture a pupil whose consent was withdrawn')
    .addOption(new Option('--pupil [name]', 'ask for the name on the terminal'))
    .addOption(new Option('--list <file>', 'pupils whose consent was withdrawn'))
    .addHelpText('after', HELP)
    .action((files: string[], _, command: Command) => takedown(files, command));
};
