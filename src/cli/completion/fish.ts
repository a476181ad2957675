import type { DescribedCommand, DescribedOption } from './describe.ts';
import type { Offer, Words } from './offers.ts';
import { allCommands, flagsOf, needsValue, offerOf, offerOfCommand } from './offers.ts';
import { fishWord } from './quote.ts';

const pathOf = ({ path }: DescribedCommand): string => path.join(' ');

/** Words of a list that fish expands before it proposes them. */
const listed = (words: readonly string[]): string =>
  fishWord(words.map((word) => word.replace(/[\\\s'"$(){}*?~#;&|<>^[\]]/gu, '\\$&')).join(' '));

const proposals = ({ words, takesFiles }: Offer): string =>
  `${takesFiles ? ' -F' : ' -f'}${words.length > 0 ? ` -a ${listed(words)}` : ''}`;

const optionLine = (option: DescribedOption, condition: string, words: Words): string => {
  const { short, long, value, description } = option;
  const named = [
    ...(short === undefined ? [] : [`-s ${short.slice(1)}`]),
    ...(long === undefined ? [] : [`-l ${long.slice(2)}`]),
  ];
  const taken = needsValue(option) && value ? ` -r${proposals(offerOf(value, words))}` : '';
  return `complete -c policy-lint${condition} ${named.join(' ')}${taken} -d ${fishWord(description)}`;
};

const commandLines = (command: DescribedCommand, words: Words): readonly string[] => {
  const at = fishWord(`__policy_lint_at ${fishWord(pathOf(command))}`);
  const first = fishWord(`__policy_lint_at ${fishWord(pathOf(command))} 0`);
  const isProgram = command.path.length === 1;
  return [
    `complete -c policy-lint -n ${at}${proposals(offerOfCommand(command, words))}`,
    ...command.commands.map(
      ({ name, description }) =>
        `complete -c policy-lint -n ${first} -a ${listed([name])} -d ${fishWord(description)}`,
    ),
    ...command.options.map((option) => optionLine(option, isProgram ? '' : ` -n ${at}`, words)),
  ];
};

/** The completion script of fish. */
export const fishScript = (program: DescribedCommand, words: Words): string => {
  const commands = allCommands(program);
  const waiting = commands.flatMap(({ options }) => options.filter(needsValue).flatMap(flagsOf));
  const below = commands.slice(1).map((command) => fishWord(`0 ${pathOf(command)}`));
  return `# Completion of policy-lint for fish. Made by: policy-lint completion fish
# Keep it: policy-lint completion fish > ~/.config/fish/completions/policy-lint.fish

# Whether the cursor stands behind a command; with 0, before the first word that is no command.
function __policy_lint_at
    set -l at ${fishWord(program.name)}
    set -l operands 0
    set -l before
    set -l typed (commandline -opc)
    for word in $typed[2..-1]
        if test -n "$before"
            set before ''
            continue
        end
        switch $word
            case ${[...new Set(waiting)].map(fishWord).join(' ')}
                set before $word
            case '-?*'
            case '*'
                if contains -- "$operands $at $word" ${below.join(' ')}
                    set at "$at $word"
                else
                    set operands 1
                end
        end
    end
    test "$at" = "$argv[1]"; and begin
        test (count $argv) -eq 1; or test $operands -eq $argv[2]
    end
end

complete -c policy-lint -e
${commands.flatMap((command) => commandLines(command, words)).join('\n')}
`;
};
