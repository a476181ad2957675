import type { Argument, Command, Option } from 'commander';

/** What stands behind an option, or by itself on the command line. */
export interface DescribedValue {
  /** As the help shows it: `file`, `time`, `policy`. */
  readonly name: string;
  readonly isRequired: boolean;
  readonly isVariadic: boolean;
  /** All that may be written; empty where anything may. */
  readonly choices: readonly string[];
}

export interface DescribedOption {
  /** `-f` */
  readonly short?: string;
  /** `--format` */
  readonly long?: string;
  readonly value?: DescribedValue;
  readonly description: string;
  readonly default?: string;
}

export interface DescribedCommand {
  readonly name: string;
  /** The words that lead to it, the program’s name first. */
  readonly path: readonly string[];
  readonly description: string;
  readonly values: readonly DescribedValue[];
  /** Its own; those of the program hold as well. */
  readonly options: readonly DescribedOption[];
  readonly commands: readonly DescribedCommand[];
  /** What its help says at the end. */
  readonly notes: string;
}

const valueOf = ({ flags, argChoices, ...option }: Option): DescribedValue | undefined => {
  const [, name] = /[<[]([^\]>]+)[\]>]/u.exec(flags) ?? [];
  if (name === undefined) return undefined;
  return {
    name: name.replace(/\.{3}$/u, ''),
    isRequired: option.required,
    isVariadic: option.variadic,
    choices: argChoices ?? [],
  };
};

const optionOf = (option: Option): DescribedOption => {
  const { short, long, description } = option;
  const value = valueOf(option);
  const preset: unknown = option.defaultValue;
  return {
    ...(short !== undefined && { short }),
    ...(long !== undefined && { long }),
    ...(value && { value }),
    description,
    ...(typeof preset === 'string' && { default: preset }),
  };
};

const argumentOf = (argument: Argument): DescribedValue => ({
  name: argument.name(),
  isRequired: argument.required,
  isVariadic: argument.variadic,
  choices: argument.argChoices ?? [],
});

/** What `addHelpText` put behind the help; commander tells it together with the help alone. */
const notesOf = (command: Command): string => {
  let help = '';
  const usual = command.configureOutput();
  command.configureOutput({ writeOut: (text) => (help += text) });
  command.outputHelp();
  command.configureOutput(usual);
  return help.slice(command.helpInformation().length).trim();
};

/** A command and all below it, as plain data: the one source of completions and the man page. */
export const describe = (command: Command, above: readonly string[] = []): DescribedCommand => {
  const help = command.createHelp();
  const path = [...above, command.name()];
  return {
    name: command.name(),
    path,
    description: command.description(),
    values: command.registeredArguments.map(argumentOf),
    options: help.visibleOptions(command).map(optionOf),
    commands: help.visibleCommands(command).map((one) => describe(one, path)),
    notes: notesOf(command),
  };
};
