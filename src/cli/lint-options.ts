import { InvalidArgumentError, Option } from 'commander';
import { SEVERITIES } from '../core/severity.ts';
import { ENCODINGS } from '../input/decode.ts';
import { INPUT_FORMATS } from '../input/input-formats.ts';
import { FORMATS } from '../report/index.ts';
import { collect } from './collect.ts';

const count = (written: string): number => {
  if (!/^\d{1,9}$/u.test(written))
    throw new InvalidArgumentError('Write a whole number, such as 0.');
  return Number(written);
};

export const POLICY = new Option(
  '-p, --policy <policy>',
  'a shipped policy or a file; repeat for several',
).argParser(collect);
export const CONFIG = new Option(
  '-c, --config <file>',
  'configuration (default: nearest policy-lint.yaml upward)',
);
export const COLOR = new Option('--color', 'colour even where there is no terminal');
export const NO_COLOR = new Option('--no-color', 'no colour (as NO_COLOR)');

const inGroup = (title: string, options: readonly Option[]): readonly Option[] =>
  options.map((option) => option.helpGroup(title));

export const LINT_OPTIONS: readonly Option[] = [
  ...inGroup('The report:', [
    new Option('-f, --format <format>', 'how to report')
      .choices([...FORMATS.keys()])
      .default('text'),
    new Option('-o, --output <file>', 'write the report to a file'),
    new Option('--fail-on <severity>', 'lowest severity that fails the run')
      .choices(SEVERITIES)
      .default('error'),
    new Option('--max-warnings <number>', 'fail when there are more warnings').argParser(count),
    new Option('--quiet', 'report errors alone'),
    new Option('--reveal', 'show children’s names in a report that leaves the terminal'),
  ]),
  ...inGroup('Said of every post:', [
    new Option('--at <time>', 'judge as if posted then, such as 2026-11-23T17:42'),
    new Option('--event [what]', 'declare a school event, such as "residential"'),
    new Option('--urgent [what]', 'declare urgent school news, such as "closure"'),
    new Option(
      '--account <account>',
      'who posts: a configured name, or school, department:science, class:3B, personal',
    ),
  ]),
  ...inGroup('Queues and other files:', [
    new Option('--upcoming', 'judge only posts that are still to come, or have no time yet'),
    new Option(
      '--now <time>',
      'the moment of the run, such as 2026-11-23T08:05 (default: the clock’s)',
    ),
    new Option('--input-format <format>', 'what wrote the file, when it is not recognised').choices(
      INPUT_FORMATS,
    ),
    new Option(
      '--no-error-on-unmatched-pattern',
      'pass over a wildcard that no file matches, as drafts/*.txt in a week without drafts',
    ),
    new Option('--explain-input', 'say how files are read, and judge nothing'),
    new Option('--encoding <encoding>', 'how files are encoded').choices(ENCODINGS),
    new Option('--stdin-filename <name>', 'name of the text on standard input'),
    new Option('--key-file <file>', 'the key of the roster'),
  ]),
  ...inGroup('Exceptions:', [
    new Option(
      '--waivers <file>',
      'recorded exceptions (default: waivers.yaml beside the configuration)',
    ),
    new Option('--no-waivers', 'judge as if there were no exceptions'),
    new Option('--baseline <file>', 'findings that were there before, which do not fail'),
    new Option('--write-baseline [file]', 'record today’s findings as the baseline'),
    new Option('--prune-baseline', 'take out of the baseline what no longer applies'),
    new Option('--strict', 'fail on exceptions that ended or cover nothing'),
  ]),
];
