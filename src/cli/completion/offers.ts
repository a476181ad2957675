import type { DescribedCommand, DescribedOption, DescribedValue } from './describe.ts';

/** Words for values by their name in the help: `policy`, `rule`. */
export type Words = ReadonlyMap<string, readonly string[]>;

/** What a shell may propose in one place. */
export interface Offer {
  readonly words: readonly string[];
  readonly takesFiles: boolean;
}

/** Values, by their names in the help, that are files, or words of ours that may be files as well. */
const FILES: ReadonlySet<string> = new Set(['file', 'files', 'list', 'policy', 'policies']);

export const offerOf = ({ name, choices }: DescribedValue, words: Words): Offer => ({
  words: choices.length > 0 ? choices : (words.get(name) ?? []),
  takesFiles: choices.length === 0 && FILES.has(name),
});

/** What may stand where a command’s own words stand. */
export const offerOfCommand = ({ values }: DescribedCommand, words: Words): Offer => {
  const offers = values.map((value) => offerOf(value, words));
  return {
    words: offers.flatMap((offer) => offer.words),
    takesFiles: offers.some((offer) => offer.takesFiles),
  };
};

export const flagsOf = ({ short, long }: DescribedOption): readonly string[] => [
  ...(short === undefined ? [] : [short]),
  ...(long === undefined ? [] : [long]),
];

/** Options that cannot stand without a value, so that the next word is it. */
export const needsValue = ({ value }: DescribedOption): boolean => value?.isRequired ?? false;

/** A command and every one below it. */
export const allCommands = (command: DescribedCommand): readonly DescribedCommand[] => [
  command,
  ...command.commands.flatMap(allCommands),
];

/** Options of the program that hold behind every command, beside its own. */
export const sharedOptions = (program: DescribedCommand): readonly DescribedOption[] => {
  const repeated = new Set(program.commands.flatMap(({ options }) => options.flatMap(flagsOf)));
  return program.options.filter((option) => !flagsOf(option).some((flag) => repeated.has(flag)));
};

/** Options that are told of one command alone. */
export const ownOptions = (
  command: DescribedCommand,
  program: DescribedCommand,
): readonly DescribedOption[] => {
  const shared = sharedOptions(program);
  return command.options.filter((option) => !shared.includes(option));
};
