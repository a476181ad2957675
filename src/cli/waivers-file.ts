import { statSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../core/problem.ts';
import type { Waiver } from '../core/waiver.ts';
import type { WaiverContext } from '../policy/waiver-mistakes.ts';
import type { Io } from './io.ts';
import type { LintOptions } from './options.ts';
import { readText } from './read-text.ts';
import type { Setup } from './setup.ts';

export interface WaiversRead {
  readonly waivers: readonly Waiver[];
  /** The file as it stands; empty when there is none yet. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

const NOTHING: WaiversRead = { waivers: [], text: '', problems: [] };

/** An absolute path as a person standing in `cwd` would write it. */
export const shownFrom = (cwd: string, file: string): string => {
  const shown = path.relative(cwd, file) || file;
  return path.sep === '\\' ? shown.replaceAll('\\', '/') : shown;
};

/** Reads a file of waivers; one that is not there, or is empty, holds none. */
export const readWaiversFile = async (
  file: string,
  context: WaiverContext,
  { cwd }: Pick<Io, 'cwd'>,
): Promise<WaiversRead> => {
  if (!statSync(file, { throwIfNoEntry: false })?.size) return NOTHING;
  const shown = shownFrom(cwd, file);
  const read = readText(file, shown);
  if ('problem' in read) return { ...NOTHING, problems: [read.problem] };
  const { readWaivers } = await import('../policy/waivers.ts');
  const { value, problems } = readWaivers(read.text, shown, context);
  return { waivers: value, text: read.text, problems };
};

/** The waivers of a run: those of the file that `--waivers` names, or else of the school’s. */
export const waiversFor = async (
  { waivers: named }: Pick<LintOptions, 'waivers'>,
  {
    policies,
    roles = {},
    school,
    waivers: usual,
  }: Pick<Setup, 'policies' | 'roles' | 'school' | 'waivers'>,
  today: string,
  io: Pick<Io, 'cwd'>,
): Promise<WaiversRead> => {
  if (named === false) return NOTHING;
  const file = named === undefined ? usual : path.resolve(io.cwd, named);
  if (named !== undefined && !statSync(file, { throwIfNoEntry: false })) {
    const message = 'there is no such file: check --waivers';
    return { ...NOTHING, problems: [{ file: named, message }] };
  }
  const read = await readWaiversFile(file, { policies, roles, today }, io);
  if (read.waivers.length === 0) return read;
  const { withoutChildren } = await import('./names-child.ts');
  const { waivers, problems } = await withoutChildren(read.waivers, school);
  return { ...read, waivers, problems: [...read.problems, ...problems] };
};
