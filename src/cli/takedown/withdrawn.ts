import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../../core/problem.ts';
import type { PupilList } from '../../core/school.ts';
import { toPupil } from '../../facts/people/pupil-forms.ts';
import { listPupils } from '../../facts/people/roster.ts';
import type { Io } from '../io.ts';
import { findKey } from '../roster/key.ts';
import { readListText, readPupilList } from '../roster/read-list.ts';
import type { TakedownOptions } from '../options.ts';

type Withdrawn = { readonly list: PupilList } | { readonly problems: readonly Problem[] };

const refused = (file: string, message: string): Withdrawn => ({ problems: [{ file, message }] });

const fromFile = async (
  named: string,
  { keyFile }: TakedownOptions,
  { cwd, env }: Io,
): Promise<Withdrawn> => {
  const read = readListText(path.resolve(cwd, named), named);
  if ('problem' in read) return { problems: [read.problem] };
  const places = { ...(keyFile !== undefined && { keyFile }) };
  const { value, problems } = await readPupilList(read.text, named, async () =>
    findKey(places, { cwd, env }, named),
  );
  if (problems.length > 0) return { problems };
  const { pupils, roster } = value;
  if (roster) return { list: roster };
  return pupils.length > 0
    ? { list: listPupils(pupils.map(toPupil)) }
    : refused(named, 'this list names nobody');
};

/** Shorter answers name nobody that could be looked for. */
const SHORTEST = 2;

const fromTerminal = async ({ ask }: Io): Promise<Withdrawn> => {
  if (!ask) return refused('--pupil', 'there is no terminal to ask on: use --list');
  const answer = await ask(
    'Whose consent was withdrawn? First name and surname; several with semicolons: ',
  );
  const names = (answer ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name.length >= SHORTEST);
  return names.length > 0
    ? { list: listPupils(names.map(toPupil)) }
    : refused('--pupil', 'no name was given, so nothing was looked for');
};

/** Whom to look for, and the archives: `--pupil` may have taken the first of them for its word. */
export const findWithdrawn = async (
  files: readonly string[],
  options: TakedownOptions,
  io: Io,
): Promise<{ readonly withdrawn: Withdrawn; readonly files: readonly string[] }> => {
  const { pupil, list } = options;
  if (typeof pupil === 'string') {
    const isFile = existsSync(path.resolve(io.cwd, pupil));
    if (!isFile) {
      const message =
        'name nobody on the command line, which the shell keeps: write --pupil alone and you are asked';
      return { withdrawn: refused('--pupil', message), files };
    }
    files = [pupil, ...files];
  }
  if (list !== undefined && pupil !== undefined) {
    return { withdrawn: refused('--list', 'give --pupil or --list, not both'), files };
  }
  if (list !== undefined) return { withdrawn: await fromFile(list, options, io), files };
  if (pupil !== undefined) return { withdrawn: await fromTerminal(io), files };
  return {
    withdrawn: refused('takedown', 'say whom to look for: --pupil asks, --list reads'),
    files,
  };
};
