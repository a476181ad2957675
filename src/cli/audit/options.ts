import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';

const AUDIT_HELP = `
Reads what an account has published: the zip, the folder or the tweets.js of an X archive, the older
archives of Twitter (Grailbird), API and twarc JSON, Mastodon, Bluesky and Facebook exports, and posts
in our own formats. Nothing is unpacked to the disk, and private messages are never opened.

  policy-lint audit twitter-archive.zip --term autumn --report audit.html
  policy-lint audit twitter-archive.zip --from 2025-09-01 --to 2025-12-19 --format csv -o audit.csv
  policy-lint audit twitter-archive.zip --compare ./next-policy.yaml

--term and terms in policy-lint.yaml or its calendars say which days are looked at; the term before is
judged too, to compare. --report writes a page (.html) or data (.csv, .json, .ndjson) beside the short
summary; repeat it for several.

Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 something could not be read.`;

const REPORT_HELP = `
Puts together what several runs found, so that a large archive can be judged on many machines:

  policy-lint posts twitter-archive.zip > posts.ndjson
  split -l 10000 posts.ndjson part- && for p in part-*; do policy-lint --format ndjson - < $p > $p.out; done
  policy-lint report part-*.out --archive twitter-archive.zip --term autumn --report audit.html

However the posts were split, the report is the same.`;

const POSTS_HELP = `
One post a line, in our own format: policy-lint --format ndjson - judges it line by line.`;

/** The most threads that help: each holds the language model in memory. */
const MOST_JOBS = 64;

const jobs = (written: string): number => {
  const count = Number(written);
  if (!/^\d{1,2}$/u.test(written) || count < 1 || count > MOST_JOBS) {
    throw new InvalidArgumentError(`Write a number from 1 to ${MOST_JOBS}.`);
  }
  return count;
};

const collect = (written: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  written,
];

const periodOptions = (): readonly Option[] => [
  new Option('--term <term>', 'a term: autumn, spring or summer, perhaps with a year'),
  new Option('--from <day>', 'the first day, such as 2025-09-01'),
  new Option('--to <day>', 'the last day'),
  new Option('--report <file>', 'write a page (.html) or data (.csv, .json, .ndjson)').argParser(
    collect,
  ),
  new Option('--compare <policy>', 'show what another policy would have stopped or let through'),
];

/** Called with what stands on the command line. */
interface Asked {
  readonly audit: (files: readonly string[], command: Command) => void;
  readonly report: (files: readonly string[], command: Command) => void;
  readonly posts: (files: readonly string[], command: Command) => void;
}

/** Adds what looks at posts that are out; `ready` prepares a command as its parent was. */
export const addAuditCommands = (
  program: Command,
  ready: (command: Command) => Command,
  asked: Asked,
): void => {
  const audit = ready(program.command('audit <archives...>'))
    .description('judge what an account has published, and report for governors')
    .addHelpText('after', AUDIT_HELP)
    .action((files: string[], _, command: Command) => asked.audit(files, command));
  for (const option of periodOptions()) audit.addOption(option);
  audit
    .addOption(
      new Option('--jobs <number>', 'how many threads judge (default: by size)').argParser(jobs),
    )
    .addOption(new Option('--no-resume', 'begin anew, whatever an interrupted run left'))
    .addOption(new Option('--no-progress', 'show no bar'));
  const report = ready(program.command('report <parts...>'))
    .description('put the results of several runs together into one report')
    .addOption(new Option('--archive <archive>', 'where the account’s own data is read from'))
    .addHelpText('after', REPORT_HELP)
    .action((files: string[], _, command: Command) => asked.report(files, command));
  for (const option of periodOptions()) report.addOption(option);
  ready(program.command('posts <archives...>'))
    .description('write the posts of an archive in our own format, one a line')
    .addHelpText('after', POSTS_HELP)
    .action((files: string[], _, command: Command) => asked.posts(files, command));
};
