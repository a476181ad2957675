// Writes the files that are made from the source: npm run generate [-- --check]
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { CHECKS } from '../src/checks/index.ts';
import { kernelsText } from './kernels.ts';
import { offsetTable } from './offsets.ts';
import { policyJsonSchema } from './policy-schema.ts';

/** The sentence that stands under the title of a check's page. */
const summaryOf = (check: string): string | undefined => {
  const page = path.join('src', 'checks', `${check}.md`);
  if (!existsSync(page)) return undefined;
  return /^# .+\n+([^#\n`].*)$/mu.exec(readFileSync(page, 'utf8'))?.[1];
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Each generated file and what makes its content. */
const FILES: Readonly<Record<string, () => string | Promise<string>>> = {
  'schema/policy.schema.json': () => json(policyJsonSchema(CHECKS, summaryOf)),
  'src/time/data/offsets.txt': offsetTable,
  'src/encoder/data/kernels.txt': kernelsText,
};

const isFresh = (file: string, content: string): boolean =>
  existsSync(file) && readFileSync(file, 'utf8') === content;

const made = await Promise.all(
  Object.entries(FILES).map(async ([file, make]) => ({ file, content: await make() })),
);
const stale = made.filter(({ file, content }) => !isFresh(file, content));

if (process.argv.includes('--check')) {
  for (const { file } of stale) console.error(`${file} is stale: run npm run generate`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const { file, content } of stale) writeFileSync(file, content);
}
