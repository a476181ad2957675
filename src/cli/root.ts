import { existsSync } from 'node:fs';
import path from 'node:path';

const findRoot = (folder: string): string =>
  existsSync(path.join(folder, 'rules')) ? folder : findRoot(path.dirname(folder));

/** The package's own folder, from `src` and from `dist` alike. */
export const ROOT = findRoot(import.meta.dirname);
