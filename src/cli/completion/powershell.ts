import type { DescribedCommand, DescribedOption } from './describe.ts';
import type { Words } from './offers.ts';
import {
  allCommands,
  flagsOf,
  needsValue,
  offerOf,
  offerOfCommand,
  ownOptions,
  sharedOptions,
} from './offers.ts';
import { powershellWord as word } from './quote.ts';

const pathOf = ({ path }: DescribedCommand): string => path.join(' ');

/** Windows reads what we print in an encoding of its own. */
const ascii = (text: string): string =>
  text.replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"').replaceAll('…', '...');

/** `@('a', 'b')`: a word, and what is said of it. */
const pair = (proposed: string, told: string): string =>
  `@(${word(proposed)}, ${word(told === '' ? proposed : ascii(told))})`;

const pairs = (options: readonly DescribedOption[]): readonly string[] =>
  options.flatMap((option) => flagsOf(option).map((flag) => pair(flag, option.description)));

const table = (entries: readonly (readonly [key: string, pairs: readonly string[]])[]): string =>
  entries
    .filter(([, pairs]) => pairs.length > 0)
    .map(
      ([key, pairs]) =>
        `        ${word(key)} = @(\n            ${pairs.map((one) => `,${one}`).join('\n            ')}\n        )`,
    )
    .join('\n');

/** The completion script of PowerShell, which proposes files by itself where we propose nothing. */
export const powershellScript = (program: DescribedCommand, words: Words): string => {
  const commands = allCommands(program);
  const waiting = commands.flatMap(({ options }) => options.filter(needsValue).flatMap(flagsOf));
  return `# Completion of policy-lint for PowerShell. Made by: policy-lint completion powershell
# Load it now:  policy-lint completion powershell | Out-String | Invoke-Expression
# Keep it:      add that line to the file that $PROFILE names

Register-ArgumentCompleter -Native -CommandName ${word(program.name)} -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $waiting = @(${[...new Set(waiting)].map(word).join(', ')})
    $commands = @(${commands.map((command) => word(pathOf(command))).join(', ')})
    $shared = @(
        ${pairs(sharedOptions(program))
          .map((one) => `,${one}`)
          .join('\n        ')}
    )
    $options = @{
${table(commands.map((command) => [pathOf(command), pairs(ownOptions(command, program))]))}
    }
    $words = @{
${table(
  commands.map((command) => [
    pathOf(command),
    [
      ...command.commands.map(({ name, description }) => pair(name, description)),
      ...offerOfCommand(command, words).words.map((one) => pair(one, '')),
    ],
  ]),
)}
    }
    $values = @{
${table(
  commands.flatMap((command) =>
    command.options.flatMap((option) =>
      flagsOf(option).map(
        (flag) =>
          [
            `${command === program ? '*' : pathOf(command)} ${flag}`,
            needsValue(option) && option.value
              ? offerOf(option.value, words).words.map((one) => pair(one, ''))
              : [],
          ] as const,
      ),
    ),
  ),
)}
    }
    $at = ${word(program.name)}
    $before = ''
    $operands = 0
    foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
        if ($element.Extent.EndOffset -ge $cursorPosition) { break }
        $typed = $element.Extent.Text
        if ($before -ne '') { $before = ''; continue }
        if ($waiting -ccontains $typed) { $before = $typed; continue }
        if ($typed.StartsWith('-')) { continue }
        if ($operands -eq 0 -and $commands -ccontains "$at $typed") { $at = "$at $typed" }
        else { $operands = 1 }
    }
    if ($before -ne '') {
        $proposed = $values["$at $before"]
        if ($null -eq $proposed) { $proposed = $values["* $before"] }
    }
    elseif ($wordToComplete.StartsWith('-')) { $proposed = @($options[$at]) + $shared }
    elseif ($operands -eq 0) { $proposed = $words[$at] }
    foreach ($one in $proposed) {
        if ($null -eq $one) { continue }
        if (-not $one[0].StartsWith($wordToComplete, [StringComparison]::Ordinal)) { continue }
        [System.Management.Automation.CompletionResult]::new($one[0], $one[0], 'ParameterValue', $one[1])
    }
}
`;
};
