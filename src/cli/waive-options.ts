import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';

const HELP = `
POST is the fingerprint that a report shows, or FILE:LINE, FILE#RECORD, or an id with --in FILE: then
the file is checked, and the rule must have found something there. A waiver holds for these words
alone, to the end of its last day: another word makes another post.

  policy-lint waive no-out-of-hours queue.csv:14 --reason "Closure told at once, as agreed" --by "A. Okafor"
  policy-lint waive no-child-names 3f2a9c0b1d4e5f60 --reason … --by … --role headteacher --days 7

How long one may last and whose office it takes: policy-lint explain RULE.
Exit codes: 0, or 2 when nothing was recorded.`;

const days = (written: string): number => {
  if (/^[1-9]\d{0,3}$/u.test(written)) return Number(written);
  throw new InvalidArgumentError('Write a number of days, such as 7.');
};

/** Called with what stands on the command line. */
type Asked = (rule: string, post: string, command: Command) => void;

/** Adds `waive`; `ready` prepares a command as its parent was. */
export const addWaiveCommand = (
  program: Command,
  ready: (command: Command) => Command,
  asked: Asked,
): void => {
  ready(program.command('waive <rule> <post>'))
    .description('record that somebody answers for letting one post break one rule')
    .addOption(new Option('--reason <words>', 'why it may go out all the same, in a sentence'))
    .addOption(new Option('--by <who>', 'who approved it'))
    .addOption(new Option('--role <office>', 'the office in which they did'))
    .addOption(new Option('--until <day>', 'the last day on which it holds').conflicts('days'))
    .addOption(new Option('--days <number>', 'how many days it holds (default: 7)').argParser(days))
    .addOption(new Option('--in <file>', 'the file in which the post has this id'))
    .addOption(new Option('--file <file>', 'where waivers stand (default: waivers.yaml)'))
    .addHelpText('after', HELP)
    .action((rule: string, post: string, _, command: Command) => asked(rule, post, command));
};
