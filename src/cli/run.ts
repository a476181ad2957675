import type { Io, Outcome } from './io.ts';
import { lintCommand } from './lint-command.ts';
import { parseArguments } from './program.ts';
import { version } from '../core/version.ts';

/** One run of the command: what it prints and its exit code. Throws on bugs alone. */
export const run = async (argv: readonly string[], io: Io): Promise<Outcome> => {
  const request = parseArguments(argv, version);
  switch (request.command) {
    case 'said':
      return request;
    case 'lint': {
      const { files, options } = request;
      if (options.format === 'ndjson' && !options.explainInput) {
        const { lintOrFilter } = await import('./line-filter.ts');
        return lintOrFilter(files, options, io, (own) => lintCommand(files, options, own));
      }
      if (!options.explainInput) return lintCommand(files, options, io);
      const { explainInput } = await import('./explain-input.ts');
      return explainInput(files, options, io);
    }
    case 'inspect': {
      const { inspectCommand } = await import('./inspect-command.ts');
      return inspectCommand(request.files, request.options, io);
    }
    case 'allow': {
      const { allowCommand } = await import('./allow-command.ts');
      return allowCommand(request.name, request.options, io);
    }
    case 'roster-build': {
      const { rosterBuildCommand } = await import('./roster/build-command.ts');
      return rosterBuildCommand(request.file, request.options, io);
    }
    case 'roster-key': {
      const { rosterKeyCommand } = await import('./roster/key-command.ts');
      return rosterKeyCommand(request.options, io);
    }
    case 'test': {
      const { testCommand } = await import('./test-command.ts');
      return testCommand(request.named, request.options, io);
    }
    case 'coverage': {
      const { coverageCommand } = await import('./coverage-command.ts');
      return coverageCommand(request.named, request.options, io);
    }
    case 'due': {
      const { dueCommand } = await import('./due-command.ts');
      return dueCommand(request.options, io);
    }
    case 'signoff': {
      const { signOffCommand } = await import('./signoff-command.ts');
      return signOffCommand(request.clause, request.options, io);
    }
    case 'waive': {
      const { waiveCommand } = await import('./waive-command.ts');
      return waiveCommand(request.rule, request.post, request.options, io);
    }
    case 'init': {
      const { initCommand } = await import('./init/init-command.ts');
      return initCommand(request.options, io);
    }
    case 'completion': {
      const { completionCommand } = await import('./completion/completion-command.ts');
      return completionCommand(request.shell, request.program, io);
    }
    case 'audit': {
      const { auditCommand } = await import('./audit/audit-command.ts');
      return auditCommand(request.files, request.options, io);
    }
    case 'report': {
      const { reportCommand } = await import('./audit/report-command.ts');
      return reportCommand(request.files, request.options, io);
    }
    case 'takedown': {
      const { takedownCommand } = await import('./takedown/takedown-command.ts');
      return takedownCommand(request.files, request.options, io);
    }
    case 'posts': {
      const { postsCommand } = await import('./audit/posts-command.ts');
      return postsCommand(request.files, request.options, io);
    }
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
