import type { DescribedCommand, DescribedOption, DescribedValue } from './describe.ts';
import type { Words } from './offers.ts';
import { allCommands, flagsOf, offerOf, ownOptions, sharedOptions } from './offers.ts';
import { single, zshText } from './quote.ts';

const functionOf = ({ path }: DescribedCommand): string =>
  `_${path.join('_').replace(/[^\w]/gu, '_')}`;

/** Signs that would end a word or a list of words inside `(…)`. */
const listed = (word: string): string => word.replace(/[\s\\():'"$`;&|<>*?[\]{}~#]/gu, '\\$&');

/** What zsh does for a value; a blank proposes nothing. */
const actionOf = (value: DescribedValue, words: Words): string => {
  const offer = offerOf(value, words);
  const list = `(${offer.words.map(listed).join(' ')})`;
  if (!offer.takesFiles) return offer.words.length > 0 ? list : ' ';
  if (offer.words.length === 0) return '_files';
  return wordsOrFiles(value);
};

const wordsOrFiles = ({ name }: DescribedValue): string =>
  `_policy_lint_${name.replace(/\W/gu, '_')}_or_file`;

/** Functions for words of ours that may be files as well: inside an action they would propose nothing. */
const wordFunctions = (program: DescribedCommand, words: Words): readonly string[] => {
  const values = allCommands(program).flatMap((command) => [
    ...command.values,
    ...command.options.flatMap(({ value }) => value ?? []),
  ]);
  const made = values.flatMap((value) => {
    const offer = offerOf(value, words);
    if (!offer.takesFiles || offer.words.length === 0) return [];
    const list = `(${offer.words.map(listed).join(' ')})`;
    return [
      `${wordsOrFiles(value)}() {\n  _alternative ${single(`words:word:${list}`)} 'files:file:_files'\n}\n`,
    ];
  });
  return [...new Set(made)];
};

const optionSpecs = (option: DescribedOption, words: Words): readonly string[] => {
  const flags = flagsOf(option);
  const { value, description } = option;
  const isRepeated = value?.name === 'policy' || /repeat/u.test(description);
  const others = isRepeated || flags.length < 2 ? '' : `(${flags.join(' ')})`;
  return flags.map((flag) => {
    const sign = value === undefined ? '' : flag.startsWith('--') ? '=' : '+';
    const told = `${isRepeated ? '*' : others}${flag}${sign}[${zshText(description)}]`;
    if (value === undefined) return single(told);
    const colons = value.isRequired ? ':' : '::';
    return single(`${told}${colons}${zshText(value.name)}:${actionOf(value, words)}`);
  });
};

const valueSpecs = (values: readonly DescribedValue[], words: Words): readonly string[] =>
  values.map((value) => {
    const colons = value.isVariadic || value.isRequired ? ':' : '::';
    const many = value.isVariadic ? '*' : '';
    return single(`${many}${colons}${zshText(value.name)}:${actionOf(value, words)}`);
  });

/** What holds behind every command, once for all of them. */
const SHARED = '$_policy_lint_shared';

const argumentsCall = (specs: readonly string[]): string =>
  `_arguments -s -S ${specs.join(' \\\n    ')}`;

/** A command without commands below it. */
const plainFunction = (command: DescribedCommand, program: DescribedCommand, words: Words) => {
  const options = ownOptions(command, program).flatMap((option) => optionSpecs(option, words));
  return `${functionOf(command)}() {
  ${argumentsCall([...options, SHARED, ...valueSpecs(command.values, words)])}
}
`;
};

const groupFunction = (command: DescribedCommand, program: DescribedCommand, words: Words) => {
  const options = ownOptions(command, program).flatMap((option) => optionSpecs(option, words));
  const commands = command.commands.map(({ name, description }) =>
    single(`${zshText(name)}:${description.replace(/[\\:]/gu, '\\$&')}`),
  );
  const [value] = command.values;
  const others = value ? actionOf(value, words) : ' ';
  return `${functionOf(command)}() {
  local curcontext=$curcontext state line ret=1
  typeset -A opt_args
  local -a commands=(
    ${commands.join('\n    ')}
  )
  _arguments -C -s -S ${[...options, SHARED, "'1: :->first'", "'*:: :->rest'"].join(' \\\n    ')} && ret=0
  case $state in
  first)
    _describe command commands && ret=0
    ${others === ' ' ? '' : `_alternative ${single(`values:${value?.name ?? ''}:${others}`)} && ret=0`}
    ;;
  rest)
    case $line[1] in
${command.commands.map((one) => `    ${single(one.name)}) ${functionOf(one)} && ret=0 ;;`).join('\n')}
    *) ${value?.isVariadic ? `_alternative ${single(`values:${value.name}:${others}`)} && ret=0` : ':'} ;;
    esac
    ;;
  esac
  return ret
}
`;
};

/** The completion script of zsh: a file in `fpath`, or loaded with `source`. */
export const zshScript = (program: DescribedCommand, words: Words): string => {
  const functions = [...allCommands(program)]
    .reverse()
    .map((command) =>
      command.commands.length > 0
        ? groupFunction(command, program, words)
        : plainFunction(command, program, words),
    );
  const shared = sharedOptions(program).flatMap((option) => optionSpecs(option, words));
  return `#compdef ${program.name}
# Completion of policy-lint for zsh. Made by: policy-lint completion zsh
# Load it now:  source <(policy-lint completion zsh)
# Keep it:      policy-lint completion zsh > "\${fpath[1]}/_policy-lint"

typeset -ga _policy_lint_shared=(
  ${shared.join('\n  ')}
)

${[...wordFunctions(program, words), ...functions].join('\n')}
if [[ $funcstack[1] == ${single(`_${program.name}`)} ]]; then
  ${functionOf(program)} "$@"
else
  compdef ${functionOf(program)} ${program.name}
fi
`;
};
