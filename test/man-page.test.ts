import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { describe as suite, expect, it } from 'vitest';
import { manPage } from '../scripts/man-page.ts';
import { describe } from '../src/cli/completion/describe.ts';

const PAGE = fileURLToPath(new URL('../man/policy-lint.1', import.meta.url));
const GROFF = 'groff';
const HAS_GROFF = process.platform !== 'win32' && spawnSync(GROFF, ['--version']).status === 0;

/** What a reader sees, and what groff complains of. */
const render = (page: string): { readonly stdout: string; readonly stderr: string } => {
  const { stdout, stderr } = spawnSync(GROFF, ['-man', '-ww', '-Tutf8', '-P-cbou', '-rLL=300n'], {
    input: page,
    encoding: 'utf8',
  });
  return { stdout, stderr };
};

/** Text that is a request, an escape or a comment to roff, or that an encoding would change. */
const HOSTILE = [
  '.so /etc/passwd',
  "'br",
  '\\fBbold\\fR \\n(yr',
  '.\\" gone',
  'it’s “here” … 🌳',
  '--dashes stay-dashes',
];

suite.skipIf(!HAS_GROFF)('the man page (needs groff)', () => {
  it('is free of mistakes', () => {
    expect(render(readFileSync(PAGE, 'utf8')).stderr).toBe('');
  });

  it('tells of every option and command that the help tells of', () => {
    const { stdout } = render(readFileSync(PAGE, 'utf8'));
    for (const words of ['-f, --format format', '--fail-on severity', 'roster build', 'completion'])
      expect(stdout).toContain(words);
    expect(stdout.match(/^[A-Z]{2}[A-Z ]+$/gmu)).toEqual(
      'NAME,SYNOPSIS,DESCRIPTION,OPTIONS,COMMANDS,EXIT STATUS,ENVIRONMENT,FILES,NOTES'.split(','),
    );
  });

  it('shows text as it is, whatever roff would make of it', () => {
    for (const text of HOSTILE) {
      const program = new Command('policy-lint').description(text);
      program.addOption(new Option('--x <y>', text)).addHelpText('after', `\n${text}\n\n  ${text}`);
      program.command('sub').description(text);
      const { stdout, stderr } = render(manPage(describe(program), '1.0.0'));
      expect(stderr).toBe('');
      expect(stdout).toContain(`\n       ${text}\n`);
      expect(stdout).toContain(`           ${text}\n`);
    }
  });
});
