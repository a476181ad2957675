import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../../core/problem.ts';
import { pupilForms } from '../../facts/people/pupil-forms.ts';
import { ENCODINGS, decode } from '../../input/decode.ts';
import { visible } from '../../report/cells.ts';
import { didYouMean } from '../../syntax/closest.ts';
import { validateYaml } from '../../syntax/validate.ts';
import { configSchema } from '../config-schema.ts';
import { findConfig } from '../find-config.ts';
import type { Io, Outcome } from '../io.ts';
import type { LintOptions } from '../options.ts';
import { readText, whyUnopened } from '../read-text.ts';
import { refuse } from '../say.ts';
import { writeReport } from '../write-report.ts';
import type { Mapping } from './columns.ts';
import { ROLES } from './columns.ts';
import { findKey } from './key.ts';
import { MAGIC } from './magic.ts';
import { PROTECTION } from './protection.ts';
import type { PupilsRead } from './read-pupils.ts';
import { readPupils } from './read-pupils.ts';
import { writeRoster } from './roster-file.ts';

interface BuildOptions extends LintOptions {
  /** `given=Vorname`. */
  readonly column?: readonly string[];
}

const COLUMN = '--column';

const readMapping = (
  written: readonly string[] = [],
): { readonly mapping: Mapping } | { readonly problem: Problem } => {
  const mapping = [];
  for (const one of written) {
    const [, named = '', heading = ''] = /^\s*([^=]*?)\s*=\s*(.*?)\s*$/u.exec(one) ?? [];
    const role = ROLES.find((known) => known === named);
    const hint = didYouMean(named, ROLES) || `: write ${ROLES.join(', ')}`;
    const why = `say it as ${COLUMN} given=Forename`;
    if (heading === '') return { problem: { file: COLUMN, message: why } };
    if (!role)
      return { problem: { file: COLUMN, message: `a column cannot hold “${named}”${hint}` } };
    mapping.push({ role, heading });
  }
  return { mapping };
};

/** What the configuration says of rosters, whatever else it says and whether that can be read. */
const readPlaces = ({ config }: LintOptions, { cwd }: Io) => {
  const found = findConfig(config, cwd);
  if (!('file' in found)) return { problems: 'problem' in found ? [found.problem] : [] };
  const shown = path.relative(cwd, found.file);
  const read = readText(found.file, shown);
  if ('problem' in read) return { problems: [read.problem] };
  const { value, problems } = validateYaml(configSchema, read.text, shown);
  const from = (named: string): string => path.resolve(path.dirname(found.file), named);
  return {
    problems,
    ...(value?.roster !== undefined && { roster: from(value.roster) }),
    ...(value?.rosterKey !== undefined && { key: from(value.rosterKey) }),
  };
};

const real = (file: string): string => (existsSync(file) ? realpathSync(file) : file);

const isRoster = (file: string): boolean => {
  try {
    return readFileSync(file).toString('latin1', 0, MAGIC.length) === MAGIC;
  } catch {
    // A folder, or a file that may not be read: writing will say so.
    return true;
  }
};

/** Why nothing may be written to the file that `-o` names. */
const whyNotThere = (output: string | undefined, { cwd }: Io): Problem | undefined => {
  if (output === undefined || output === '')
    return { file: '-o', message: 'name the roster to write: -o pupils.roster' };
  const target = path.resolve(cwd, output);
  if (!existsSync(target) || isRoster(real(target))) return undefined;
  const message = 'this file is there already and is no roster: name another with -o';
  return { file: output, message };
};

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

const MOST_LINES = 20;

const lines = (numbers: readonly number[]): string => {
  if (numbers.length === 0) return '';
  const shown = numbers.slice(0, MOST_LINES).join(', ');
  const rest = numbers.length - MOST_LINES;
  return ` (line${numbers.length > 1 ? 's' : ''} ${shown}${rest > 0 ? ` and ${rest} more` : ''})`;
};

const accountFor = (file: string, read: PupilsRead): string => {
  const { rows, pupils, duplicates, nameless, empty, headings } = read;
  const sum = [
    counted(pupils.length, 'pupil'),
    `${duplicates} repeated`,
    `${nameless.length} without a name${lines(nameless)}`,
  ].join(' + ');
  const blank = empty > 0 ? `; ${counted(empty, 'empty row')} left out` : '';
  return `${file}: ${counted(rows, 'row')} = ${sum}${blank}\ncolumns read: ${headings.join(', ')}\n`;
};

const readExportText = (
  file: string,
  encoding: string | undefined,
  { cwd }: Io,
): ReturnType<typeof readText> => {
  try {
    const named = ENCODINGS.find((one) => one === encoding);
    return decode(readFileSync(path.resolve(cwd, file)), file, named);
  } catch (error) {
    return { problem: { file, message: whyUnopened(error) } };
  }
};

/** The lines of policy-lint.yaml; a key from the environment is found there again. */
const howToUse = (output: string, keyFile: string | undefined): string =>
  [
    'To use it, write into policy-lint.yaml:',
    `  roster: ${output}`,
    ...(keyFile === undefined ? [] : [`  rosterKey: ${keyFile}`]),
    '',
  ].join('\n');

/** `policy-lint roster build pupils.csv -o pupils.roster`. */
export const rosterBuildCommand = (file: string, options: BuildOptions, io: Io): Outcome => {
  const { output, encoding, keyFile } = options;
  const asked = readMapping(options.column);
  const places = readPlaces(options, io);
  const key = findKey(
    { ...(keyFile !== undefined && { keyFile }), ...(places.key && { configured: places.key }) },
    io,
    file,
  );
  const unwritable = whyNotThere(output, io);
  const problems = [
    ...('problem' in asked ? [asked.problem] : []),
    ...places.problems,
    ...('problem' in key ? [key.problem] : []),
    ...(unwritable ? [unwritable] : []),
  ];
  if ('problem' in asked || 'problem' in key || problems.length > 0 || output === undefined)
    return refuse(problems, io);

  const text = readExportText(file, encoding, io);
  const read = 'problem' in text ? text : readPupils(text.text, file, asked.mapping);
  if ('problem' in read) return refuse([read.problem], io);
  const marks = pupilForms(read.pupils);
  const unwritten = writeReport(output, writeRoster(marks, key.key), io, { what: 'the roster' });
  if (unwritten) return refuse([unwritten], io);
  const isConfigured = places.roster === path.resolve(io.cwd, output);
  const told = [
    accountFor(file, read),
    `${output}: ${counted(read.pupils.length, 'pupil')} in ${counted(marks.size, 'form')} of their names; key: ${key.from}\n`,
    isConfigured ? '' : howToUse(output, keyFile),
    `\n${PROTECTION}\n`,
  ].join('');
  return { exitCode: 0, stdout: told.split('\n').map(visible).join('\n'), stderr: '' };
};
