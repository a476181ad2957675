import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The folder of the package that a bundled module comes from. */
const packageOf = (id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(id)?.[0];

const notice = (folder) => {
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)/iu.test(entry));
  const text = file ? readFileSync(path.join(folder, file), 'utf8').trim() : `Licence: ${license}`;
  return `${name} ${version}\n${'-'.repeat(name.length + version.length + 1)}\n${text}\n`;
};

/** The licences of everything that ended up in a bundle, one after another. */
export const thirdPartyNotices = (moduleIds) =>
  [...new Set(moduleIds.map(packageOf))]
    .filter((folder) => folder !== undefined && existsSync(path.join(folder, 'package.json')))
    .sort()
    .map(notice)
    .join('\n\n');
