import type { Io, Outcome } from './io.ts';
import { lintCommand } from './lint-command.ts';
import { parseArguments } from './options.ts';
import { version } from '../core/version.ts';

/** One run of the command: what it prints and its exit code. Throws on bugs alone. */
export const run = async (argv: readonly string[], io: Io): Promise<Outcome> => {
  const request = parseArguments(argv, version);
  switch (request.command) {
    case 'said':
      return request;
    case 'lint':
      return lintCommand(request.files, request.options, io);
    case 'explain': {
      const { explainCommand } = await import('./explain-command.ts');
      return explainCommand(request.rule, request.options, io);
    }
    case 'policies': {
      const { policiesCommand } = await import('./policies-command.ts');
      return policiesCommand(request.options, io);
    }
  }
};
