import { statSync } from 'node:fs';
import path from 'node:path';
import type { Policy } from '../core/policy.ts';
import type { Problem } from '../core/problem.ts';
import type { SignOffs } from '../policy/sign-offs.ts';
import { signOffMistakes, signOffsSchema } from '../policy/sign-offs.ts';
import { inFileOrder, problemOf, validateYaml } from '../syntax/validate.ts';
import type { Io } from './io.ts';
import { readText } from './read-text.ts';

export interface SignOffsRead {
  readonly signOffs: SignOffs;
  /** The file as it stands; empty when there is none yet. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** Reads what people have confirmed; a file that is not there holds nothing. */
export const readSignOffs = (
  file: string,
  policies: readonly Policy[],
  today: string,
  { cwd }: Pick<Io, 'cwd'>,
): SignOffsRead => {
  const nothing = { signOffs: [], text: '' };
  // An empty file is as good as none.
  if (!statSync(file, { throwIfNoEntry: false })?.size) return { ...nothing, problems: [] };
  const shown = path.relative(cwd, file) || file;
  const read = readText(file, shown);
  if ('problem' in read) return { ...nothing, problems: [read.problem] };
  const { text } = read;
  if (text.replace(/^\s*#.*$/gmu, '').trim() === '') return { signOffs: [], text, problems: [] };
  const { value, problems, source } = validateYaml(signOffsSchema, text, shown);
  if (!value) return { signOffs: [], text, problems };
  const mistakes = signOffMistakes(value, policies, today);
  return {
    signOffs: value,
    text,
    problems: inFileOrder(mistakes.flatMap((mistake) => problemOf(source, mistake))),
  };
};
