import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { visible } from '../../report/cells.ts';
import type { Io, Outcome } from '../io.ts';
import type { LintOptions } from '../options.ts';
import { refuse } from '../say.ts';
import { writeReport } from '../write-report.ts';
import { KEY_VARIABLE, MAKE_KEY } from './key.ts';

const KEY_BYTES = 32;

/** `policy-lint roster key -o roster.key`: a key drawn by chance, for its owner alone to read. */
export const rosterKeyCommand = ({ output }: LintOptions, io: Io): Outcome => {
  if (output === undefined || output === '')
    return refuse([{ file: '-o', message: `name the key’s file: ${MAKE_KEY}` }], io);
  if (existsSync(path.resolve(io.cwd, output))) {
    const message =
      'this file is there already: a roster made with its key could not be read any more, so name another';
    return refuse([{ file: output, message }], io);
  }
  const key = `plk1_${randomBytes(KEY_BYTES).toString('base64url')}\n`;
  const unwritten = writeReport(output, key, io, { what: 'the key', mode: 0o600 });
  if (unwritten) return refuse([unwritten], io);
  const told = `${visible(output)}: a new key, which only you may read
Keep it apart from the roster, and keep a copy: without it the roster must be built again.
policy-lint finds it by --key-file, by the variable ${KEY_VARIABLE}, or by rosterKey in policy-lint.yaml.
`;
  return { exitCode: 0, stdout: told, stderr: '' };
};
