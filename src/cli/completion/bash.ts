import type { DescribedCommand, DescribedOption } from './describe.ts';
import type { Offer, Words } from './offers.ts';
import {
  allCommands,
  flagsOf,
  needsValue,
  offerOf,
  offerOfCommand,
  ownOptions,
  sharedOptions,
} from './offers.ts';
import { single } from './quote.ts';

const NOTHING = 'compopt +o default +o bashdefault 2> /dev/null';

const proposals = ({ words, takesFiles }: Offer): string => {
  const steps = [
    ...(words.length > 0 ? [`_policy_lint_words ${words.map(single).join(' ')}`] : []),
    ...(takesFiles ? ['_policy_lint_files'] : []),
  ];
  return steps.length > 0 ? steps.join('; ') : NOTHING;
};

const pathOf = ({ path }: DescribedCommand): string => path.join(' ');

/** `'policy-lint init --ci') …`: what may stand behind an option of one command. */
const valueCase = (
  patterns: readonly string[],
  { value }: DescribedOption,
  words: Words,
): readonly string[] =>
  value === undefined
    ? []
    : [`    ${patterns.join(' | ')}) ${proposals(offerOf(value, words))} ;;`];

/** The completion script of bash, from 3.2 on, which macOS has. */
export const bashScript = (program: DescribedCommand, words: Words): string => {
  const commands = allCommands(program);
  const below = commands.slice(1);
  const waiting = [...new Set(commands.flatMap(({ options }) => options.filter(needsValue)))];
  return `# Completion of policy-lint for bash. Made by: policy-lint completion bash
# Load it now:  source <(policy-lint completion bash)
# Keep it:      policy-lint completion bash > ~/.local/share/bash-completion/completions/policy-lint

_policy_lint_words() {
  local word quoted
  for word in "$@"; do
    [[ $word == "$current"* ]] || continue
    printf -v quoted '%q' "$word"
    COMPREPLY+=("$quoted")
  done
}

_policy_lint_files() {
  local file
  compopt -o filenames 2> /dev/null
  while IFS= read -r file; do
    COMPREPLY+=("$file")
  done < <(compgen -f -- "$current")
}

_policy_lint() {
  local current=\${COMP_WORDS[COMP_CWORD]} at=${single(program.name)} before='' operands=0 index word
  COMPREPLY=()
  # Bash parts --format=json into three words.
  [[ $current == '=' ]] && current=''
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=\${COMP_WORDS[index]}
    [[ $word == '=' ]] && continue
    if [[ -n $before ]]; then
      before=''
      continue
    fi
    case $word in
    ${waiting.flatMap(flagsOf).filter(isFirst).map(single).join(' | ')}) before=$word ;;
    -?*) ;;
    *)
      case "$operands $at $word" in
${below.map((command) => `      ${single(`0 ${pathOf(command)}`)}) at=${single(pathOf(command))} ;;`).join('\n')}
      *) operands=1 ;;
      esac
      ;;
    esac
  done

  if [[ -n $before ]]; then
    case "$at $before" in
${[
  ...below.flatMap((command) =>
    command.options.filter(needsValue).flatMap((option) =>
      valueCase(
        flagsOf(option).map((flag) => single(`${pathOf(command)} ${flag}`)),
        option,
        words,
      ),
    ),
  ),
  ...program.options.filter(needsValue).flatMap((option) =>
    valueCase(
      flagsOf(option).map((flag) => `*${single(` ${flag}`)}`),
      option,
      words,
    ),
  ),
].join('\n')}
    esac
    return
  fi

  if [[ $current == -* ]]; then
    case $at in
${commands
  .filter((command) => ownOptions(command, program).length > 0)
  .map((command) => {
    const flags = ownOptions(command, program).flatMap(flagsOf);
    return `    ${single(pathOf(command))}) _policy_lint_words ${flags.map(single).join(' ')} ;;`;
  })
  .join('\n')}
    esac
    _policy_lint_words ${sharedOptions(program).flatMap(flagsOf).map(single).join(' ')}
    return
  fi

  case "$operands $at" in
${commands
  .filter((command) => command.commands.length > 0)
  .map((command) => {
    const own = offerOfCommand(command, words);
    const names = command.commands.map(({ name }) => name);
    const offer = { ...own, words: [...names, ...own.words] };
    return `  ${single(`0 ${pathOf(command)}`)}) ${proposals(offer)} ;;`;
  })
  .join('\n')}
${commands
  .map(
    (command) =>
      `  *${single(` ${pathOf(command)}`)}) ${proposals(offerOfCommand(command, words))} ;;`,
  )
  .join('\n')}
  esac
}

complete -o default -o bashdefault -F _policy_lint ${program.name}
`;
};

const isFirst = (flag: string, index: number, flags: readonly string[]): boolean =>
  flags.indexOf(flag) === index;
