import type {
  DescribedCommand,
  DescribedOption,
  DescribedValue,
} from '../src/cli/completion/describe.ts';

const WIDTH = 78;

/** Text as roff prints it: no sign of its language, and nothing that depends on an encoding. */
const plain = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(
      /[^\x20-\x7e]/gu,
      (sign) => `\\[u${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`,
    );

/** A line that begins with these would be a request to roff. */
const line = (text: string): string => (/^[.']/u.test(text) ? `\\&${text}` : text);

/** A new line for each sentence, as roff wants it, and none too long. */
const filled = (text: string): string =>
  text
    .split(/(?<=[.!?:;]) +(?=\S)/u)
    .flatMap((sentence) => {
      const lines = [''];
      for (const word of plain(sentence).split(/\s+/u)) {
        const last = lines.at(-1)!;
        if (last === '') lines[lines.length - 1] = word;
        else if (last.length + word.length >= WIDTH) lines.push(word);
        else lines[lines.length - 1] = `${last} ${word}`;
      }
      return lines.map(line);
    })
    .join('\n');

const verbatim = (lines: readonly string[]): string =>
  ['.PP', '.nf', '.RS 4', ...lines.map((one) => line(plain(one))), '.RE', '.fi'].join('\n');

/** What commander prints behind a help: paragraphs, and lines set in that stand as they are. */
const notes = (text: string): readonly string[] => {
  const made: string[] = [];
  for (const block of text.split(/\n{2,}/u)) {
    let words: string[] = [];
    let rows: string[] = [];
    const flush = (): void => {
      if (words.length > 0) made.push(`.PP\n${filled(words.join(' '))}`);
      if (rows.length > 0) made.push(verbatim(rows));
      [words, rows] = [[], []];
    };
    for (const row of block.split('\n').filter((one) => one.trim() !== '')) {
      const isSetIn = row.startsWith('  ');
      if (isSetIn ? words.length > 0 : rows.length > 0) flush();
      (isSetIn ? rows : words).push(isSetIn ? row.slice(2) : row);
    }
    flush();
  }
  return made;
};

const valueText = ({ name, isRequired, isVariadic }: DescribedValue): string => {
  const shown = `\\fI${plain(name)}\\fR${isVariadic ? ' ...' : ''}`;
  return isRequired ? shown : `[${shown}]`;
};

const optionText = ({ short, long, value, description, ...option }: DescribedOption): string => {
  const flags = [short, long].flatMap((flag) => (flag ? [`\\fB${plain(flag)}\\fR`] : []));
  const choices = value && value.choices.length > 0 ? [`One of: ${value.choices.join(', ')}.`] : [];
  const preset = option.default === undefined ? [] : [`Default: ${option.default}.`];
  const told = [
    `${description.charAt(0).toUpperCase()}${description.slice(1)}.`,
    ...choices,
    ...preset,
  ];
  const given = value ? ` ${valueText(value)}` : '';
  return ['.TP', `${flags.join(', ')}${given}`, filled(told.join(' '))].join('\n');
};

const usage = ({ path, values, options }: DescribedCommand): string => {
  const words = path.map((word) => `\\fB${plain(word)}\\fR`).join(' ');
  const given = values.map(valueText).join(' ');
  return `${words}${options.length > 0 ? ' [\\fIoptions\\fR]' : ''}${given && ` ${given}`}`;
};

const isOwn = ({ long }: DescribedOption): boolean => long !== '--help';

const commandText = (command: DescribedCommand): readonly string[] => [
  `.SS "${plain(command.path.slice(1).join(' '))}"`,
  usage(command),
  '.PP',
  filled(`${command.description.charAt(0).toUpperCase()}${command.description.slice(1)}.`),
  ...command.options.filter(isOwn).map(optionText),
  ...notes(command.notes),
  ...below(command).flatMap(commandText),
];

const below = ({ commands }: DescribedCommand): readonly DescribedCommand[] =>
  commands.filter(({ name }) => name !== 'help');

const told = (entries: readonly (readonly [name: string, words: string])[]): readonly string[] =>
  entries.map(([name, words]) => `.TP\n\\fB${plain(name)}\\fR\n${filled(words)}`);

const FILES = [
  [
    'policy-lint.yaml',
    'What the school told of itself; the nearest one upward is read. policy-lint init writes it.',
  ],
  ['people.yaml', 'Names that posts may hold. policy-lint allow adds to it.'],
  ['waivers.yaml', 'Recorded exceptions. policy-lint waive adds to it.'],
  ['sign-offs.yaml', 'What people have confirmed. policy-lint signoff adds to it.'],
] as const;

const ENVIRONMENT = [
  ['NO_COLOR', 'When it is not empty, no colour.'],
  ['FORCE_COLOR', 'Colour even where there is no terminal.'],
  ['POLICY_LINT_ROSTER_KEY', 'The key of the roster, where no file holds it.'],
  ['GITHUB_STEP_SUMMARY', 'With --format github, the file to which a summary is added.'],
] as const;

const EXIT_CODES = [
  ['0', 'Nothing at or above --fail-on was found.'],
  ['1', 'Something was found.'],
  [
    '2',
    'Something could not be read, loaded or run. A post that could not be judged is never a pass.',
  ],
] as const;

/** The page of `man policy-lint`, from the same description as the help and the completions. */
export const manPage = (program: DescribedCommand, version: string): string =>
  [
    '.\\" Made by npm run generate: change the options of the command instead.',
    `.TH POLICY\\-LINT 1 "" "policy\\-lint ${version}" "User Commands"`,
    '.SH NAME',
    `${plain(program.name)} \\- check a school's posts against its own policy`,
    '.SH SYNOPSIS',
    usage(program),
    '.br',
    `\\fB${plain(program.name)}\\fR \\fIcommand\\fR [\\fIoptions\\fR] ...`,
    '.SH DESCRIPTION',
    filled(program.description),
    filled(
      'Findings go to standard output, everything else to standard error. Nothing is sent anywhere. Where the output is no terminal, children’s names are masked, unless --reveal is given.',
    ),
    '.SH OPTIONS',
    ...program.options.map(optionText),
    '.SH COMMANDS',
    'The options above hold behind every command.',
    ...below(program).flatMap(commandText),
    '.SH EXIT STATUS',
    ...told(EXIT_CODES),
    '.SH ENVIRONMENT',
    ...told(ENVIRONMENT),
    '.SH FILES',
    ...told(FILES),
    '.SH NOTES',
    ...notes(program.notes).map((text, index) =>
      index === 0 ? text.replace(/^\.PP\n/u, '') : text,
    ),
    '',
  ].join('\n');
