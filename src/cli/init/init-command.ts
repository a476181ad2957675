import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../../core/problem.ts';
import { version } from '../../core/version.ts';
import { visible } from '../../report/cells.ts';
import { readConfig } from '../config.ts';
import { findConfig } from '../find-config.ts';
import type { Io, Outcome } from '../io.ts';
import { refuse, say } from '../say.ts';
import { writeReport } from '../write-report.ts';
import type { Answers } from './answers.ts';
import type { CiFile } from './ci-text.ts';
import { ciFiles } from './ci-text.ts';
import { configText } from './config-text.ts';
import type { Seen } from './look.ts';
import { look } from './look.ts';
import { schemaFor } from './schema-for.ts';
import type { InitOptions } from './take-answers.ts';
import { answerByAsking, answerByFlags, readFlags } from './take-answers.ts';

const CONFIG = 'policy-lint.yaml';

interface Plan {
  readonly write: readonly CiFile[];
  /** Files with others’ parts in them: what they lack is told, not written. */
  readonly tell: readonly CiFile[];
  readonly problems: readonly Problem[];
}

const plan = ({ cwd }: Io, files: readonly CiFile[], { force }: InitOptions): Plan => {
  const isThere = ({ file }: CiFile): boolean => existsSync(path.join(cwd, file));
  const tell = files.filter((one) => one.isShared && isThere(one));
  const write = files.filter((one) => !tell.includes(one));
  const problems = write
    .filter((one) => !force && isThere(one))
    .map(({ file }) => ({ file, message: 'this is there already: --force replaces it' }));
  return { write, tell, problems };
};

/** CI looks for its files at the root of a repository alone. */
const whyNotHere = ({ ci }: Answers, seen: Seen, { cwd }: Io): readonly Problem[] =>
  ci !== 'none' && seen.isRepository && !existsSync(path.join(cwd, '.git'))
    ? [{ file: '--ci', message: 'run init in the first folder of the repository: CI looks there' }]
    : [];

const emptyCi = ({ ci, queues }: Answers): readonly Problem[] =>
  ci !== 'none' && queues.length === 0
    ? [{ file: '--queue', message: 'say which file CI checks, as --queue queue.csv' }]
    : [];

const writeAll = (files: readonly CiFile[], io: Io): Problem | undefined => {
  for (const { file, text } of files) {
    mkdirSync(path.dirname(path.join(io.cwd, file)), { recursive: true });
    const unwritten = writeReport(file, text, io, { what: 'this file' });
    if (unwritten) return unwritten;
  }
  return undefined;
};

/** A word as a person types it, in quotes where a shell would break it. */
const typed = (word: string): string =>
  /^[\w./*?-]+$/u.test(word) ? word : `"${word.replace(/["\\$`]/gu, '\\$&')}"`;

const nextSteps = ({ ci, queues }: Answers, { pupilLists, roster }: Seen): readonly string[] => [
  `Next: policy-lint ${queues.length > 0 ? queues.map(typed).join(' ') : 'draft.txt'}`,
  ...(ci === 'none'
    ? []
    : [`${ci} installs policy-lint@${version} from npm: change that where you keep it elsewhere`]),
  ...(roster === undefined
    ? []
    : [`${roster} is read once policy-lint.yaml names it and its key: roster, rosterKey`]),
  ...pupilLists.map(
    (file) =>
      `${file} holds pupils’ names: keep it out of a repository; policy-lint roster build makes a list that gives none away`,
  ),
];

const told = (answers: Answers, seen: Seen, { write, tell }: Plan): string => {
  const lines = [
    ...write.map(({ file }) => `${file}: written`),
    ...tell.flatMap(({ file, text }) => [
      `${file} is there already. Add to it:`,
      ...text
        .trimEnd()
        .split('\n')
        .map((line) => `    ${line}`),
    ]),
    ...nextSteps(answers, seen),
  ];
  return lines.map((line) => `${visible(line)}\n`).join('');
};

/** What the files named in the configuration have wrong, and what stands above it. */
const notesOn = async (file: string, above: string | undefined, io: Io): Promise<string> => {
  const { problems } = await readConfig(path.join(io.cwd, file), io.nowMs, io);
  const notes =
    above === undefined ? [] : [`${path.relative(io.cwd, above)} is no longer read in this folder`];
  return say(problems, io, notes);
};

const WANTS_FLAGS =
  'there is no terminal to ask on: say --yes to take what is found here, or answer with flags (policy-lint init --help)';

const LEFT: Outcome = { exitCode: 2, stdout: '', stderr: '\nNothing was written.\n' };

const isToldNothing = ({ yes, policy, school, handle, queue, ci }: InitOptions): boolean =>
  [yes, policy, school, handle, queue, ci].every((flag) => flag === undefined);

/** `policy-lint init`: writes a configuration for this folder, and what CI needs. */
export const initCommand = async (options: InitOptions, io: Io): Promise<Outcome> => {
  const found = findConfig(undefined, io.cwd);
  const known = 'file' in found ? found.file : undefined;
  const isHere = known !== undefined && path.dirname(known) === path.resolve(io.cwd);
  const file = isHere ? path.basename(known) : CONFIG;
  if ('problem' in found) return refuse([found.problem], io);
  const addsCi = isHere && !options.force && options.ci !== undefined && options.ci !== 'none';
  if (isHere && !options.force && !addsCi) {
    return refuse([{ file, message: 'this is there already: --force replaces it' }], io);
  }
  const isAsked = !options.yes && !addsCi && io.ask !== undefined && io.stdinIsTerminal();
  if (!isAsked && isToldNothing(options)) {
    return refuse([{ file: 'init', message: WANTS_FLAGS }], io);
  }
  const { flags, problems } = await readFlags(options, io);
  if (problems.length > 0) return refuse(problems, io);
  const seen = await look(io.cwd);
  const answers =
    isAsked && io.ask
      ? await answerByAsking(io.ask, flags, seen, io.cwd)
      : answerByFlags(flags, seen);
  if (!answers) return LEFT;

  const text = configText({ answers, seen }, schemaFor(io.cwd));
  const files = [
    // A configuration that somebody tuned stays as it is; only what CI needs is added.
    ...(addsCi ? [] : [{ file, text, isShared: false }]),
    ...ciFiles(answers.ci, { paths: answers.queues, version }),
  ];
  const planned = plan(io, files, options);
  const refusals = [...whyNotHere(answers, seen, io), ...emptyCi(answers), ...planned.problems];
  if (refusals.length > 0) return refuse(refusals, io);
  const unwritten = writeAll(planned.write, io);
  if (unwritten) return refuse([unwritten], io);
  return {
    exitCode: 0,
    stdout: told(answers, seen, planned),
    stderr: await notesOn(file, isHere ? undefined : known, io),
  };
};
