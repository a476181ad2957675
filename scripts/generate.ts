// Writes the files that are made from the source: npm run generate [-- --check]
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { CATALOGUE } from '../src/engine/catalogue.ts';
import { describe } from '../src/cli/completion/describe.ts';
import { githubWorkflow, gitlabJob } from '../src/cli/init/ci-text.ts';
import { createProgram } from '../src/cli/program.ts';
import { configJsonSchema } from './config-json-schema.ts';
import { docs } from './docs.ts';
import { baselineJsonSchema, waiversJsonSchema } from './exception-schemas.ts';
import { kernelsText } from './kernels.ts';
import { manPage } from './man-page.ts';
import { offsetTable } from './offsets.ts';
import { policyJsonSchema } from './policy-schema.ts';

/** The sentence that stands under the title of a check's page. */
const summaryOf = (check: string): string | undefined => {
  const page = path.join('src', 'checks', `${check}.md`);
  if (!existsSync(page)) return undefined;
  return /^# .+\n+([^#\n`].*)$/mu.exec(readFileSync(page, 'utf8'))?.[1];
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const program = createProgram({ version, answer: () => undefined });
/** What a school that copies a template puts its own files in place of. */
const checked = { paths: ['queue.csv'], version };

/** Folders in which nothing else may stand. */
const MADE_FOLDERS = ['docs/audits', 'docs/checks', 'docs/policies'];

/** Each generated file and its content. */
const made = new Map<string, string>([
  ['schema/policy.schema.json', json(policyJsonSchema(CATALOGUE, summaryOf))],
  ['schema/waivers.schema.json', json(waiversJsonSchema())],
  ['schema/baseline.schema.json', json(baselineJsonSchema())],
  ['schema/config.schema.json', json(configJsonSchema())],
  ['man/policy-lint.1', manPage(describe(program), version)],
  ['ci/policy-lint.github.yml', githubWorkflow(checked)],
  ['ci/policy-lint.gitlab-ci.yml', gitlabJob(checked)],
  ['src/time/data/offsets.txt', offsetTable()],
  ['src/encoder/data/kernels.txt', await kernelsText('src/encoder/kernels.as.ts')],
  ['src/facts/scout/data/kernels.txt', await kernelsText('src/facts/scout/kernels.as.ts')],
  ...docs(),
]);

const isFresh = (file: string, content: string): boolean =>
  existsSync(file) && readFileSync(file, 'utf8') === content;

const stale = [...made].filter(([file, content]) => !isFresh(file, content));
const left = MADE_FOLDERS.filter(existsSync)
  .flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`))
  .filter((file) => !made.has(file));

if (process.argv.includes('--check')) {
  for (const [file] of stale) console.error(`${file} is stale: run npm run generate`);
  for (const file of left) console.error(`${file} is made from nothing: run npm run generate`);
  process.exitCode = stale.length + left.length > 0 ? 1 : 0;
} else {
  for (const [file, content] of stale) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  for (const file of left) rmSync(file);
}
