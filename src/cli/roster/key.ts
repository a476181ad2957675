import path from 'node:path';
import type { Problem } from '../../core/problem.ts';
import type { Io } from '../io.ts';
import { readText } from '../read-text.ts';

/** Where keys may come from, the first that is there before the others. */
export interface KeyPlaces {
  /** `--key-file`, as it was typed. */
  readonly keyFile?: string;
  /** The absolute path that `rosterKey` of the configuration names. */
  readonly configured?: string;
}

type World = Pick<Io, 'cwd' | 'env'>;

export type KeyRead =
  { readonly key: string; readonly from: string } | { readonly problem: Problem };

export const KEY_VARIABLE = 'POLICY_LINT_ROSTER_KEY';

const LEAST_LETTERS = 16;
const LEAST_KINDS = 6;

export const MAKE_KEY = 'policy-lint roster key -o roster.key';

const TOO_SHORT = `this key is easy to guess: make one with ${MAKE_KEY}, or write ${LEAST_LETTERS} characters or more`;

const NO_KEY = `this roster needs its key: name the key’s file with --key-file or as rosterKey in policy-lint.yaml, or put the key into ${KEY_VARIABLE}`;

const accept = (written: string, from: string): KeyRead => {
  const key = written.trim();
  if (key.length < LEAST_LETTERS || new Set(key).size < LEAST_KINDS)
    return { problem: { file: from, message: TOO_SHORT } };
  return { key, from };
};

const readKeyFile = (file: string, { cwd }: World): KeyRead => {
  const read = readText(path.resolve(cwd, file), file);
  return 'text' in read ? accept(read.text, file) : read;
};

/** The key of a roster, or why there is none; `forFile` is what needs it. */
export const findKey = (
  { keyFile, configured }: KeyPlaces,
  io: World,
  forFile: string,
): KeyRead => {
  if (keyFile !== undefined) return readKeyFile(keyFile, io);
  const variable = io.env[KEY_VARIABLE];
  if (variable !== undefined && variable !== '') return accept(variable, KEY_VARIABLE);
  if (configured !== undefined) return readKeyFile(path.relative(io.cwd, configured), io);
  return { problem: { file: forFile, message: NO_KEY } };
};
