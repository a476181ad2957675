import { existsSync } from 'node:fs';
import path from 'node:path';
import { version } from '../../core/version.ts';

const SCHEMA = 'schema/config.schema.json';

/** Where an editor finds the schema of `policy-lint.yaml`: in the package beside it, else its copy on the web. */
export const schemaFor = (folder: string): string => {
  const local = `node_modules/policy-lint/${SCHEMA}`;
  return existsSync(path.join(folder, local))
    ? `./${local}`
    : `https://unpkg.com/policy-lint@${version}/${SCHEMA}`;
};
