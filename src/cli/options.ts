import type { Command } from 'commander';
import type { Severity } from '../core/severity.ts';
import type { Shell } from './completion/shells.ts';
import type { InitFlags } from './init-options.ts';

export interface LintOptions {
  readonly policy?: readonly string[];
  readonly config?: string | false;
  readonly format: string;
  readonly output?: string;
  readonly at?: string;
  readonly event?: string | true;
  readonly urgent?: string | true;
  readonly account?: string;
  readonly failOn: Severity;
  readonly maxWarnings?: number;
  readonly quiet?: true;
  readonly reveal?: true;
  readonly color?: boolean;
  readonly stdinFilename?: string;
  readonly encoding?: string;
  readonly keyFile?: string;
  readonly inputFormat?: string;
  readonly explainInput?: true;
  readonly errorOnUnmatchedPattern?: boolean;
  readonly upcoming?: true;
  readonly now?: string;
  readonly strict?: true;
  readonly waivers?: string | false;
  readonly baseline?: string;
  readonly writeBaseline?: string | true;
  readonly pruneBaseline?: true;
}

export interface TestOptions extends LintOptions {
  readonly mutate?: true;
}

export interface SignOffOptions extends LintOptions {
  readonly by?: string;
  readonly on?: string;
  readonly note?: string;
}

export interface WaiveOptions extends LintOptions {
  readonly reason?: string;
  readonly by?: string;
  readonly role?: string;
  readonly until?: string;
  readonly days?: number;
  readonly file?: string;
  readonly in?: string;
}

/** What `policy-lint audit` and `policy-lint report` are asked. */
export interface AuditOptions extends LintOptions {
  readonly term?: string;
  readonly from?: string;
  readonly to?: string;
  readonly report?: readonly string[];
  readonly compare?: string;
  readonly jobs?: number;
  readonly resume?: boolean;
  readonly progress?: boolean;
}

export interface MergeOptions extends AuditOptions {
  readonly archive?: string;
}

export interface TakedownOptions extends LintOptions {
  /** A name only where somebody gave one after all. */
  readonly pupil?: true | string;
  readonly list?: string;
}

/** What the command line asks for. */
export type Request =
  | { readonly command: 'lint'; readonly files: readonly string[]; readonly options: LintOptions }
  | {
      readonly command: 'inspect';
      readonly files: readonly string[];
      readonly options: LintOptions;
    }
  | { readonly command: 'explain'; readonly rule: string; readonly options: LintOptions }
  | { readonly command: 'policies'; readonly options: LintOptions }
  | {
      readonly command: 'allow';
      readonly name: string;
      readonly options: LintOptions & { readonly as?: string };
    }
  | {
      readonly command: 'roster-build';
      readonly file: string;
      readonly options: LintOptions & { readonly column?: readonly string[] };
    }
  | { readonly command: 'roster-key'; readonly options: LintOptions }
  | { readonly command: 'test'; readonly named: readonly string[]; readonly options: TestOptions }
  | {
      readonly command: 'coverage';
      readonly named: readonly string[];
      readonly options: LintOptions;
    }
  | { readonly command: 'due'; readonly options: LintOptions }
  | { readonly command: 'signoff'; readonly clause: string; readonly options: SignOffOptions }
  | { readonly command: 'init'; readonly options: LintOptions & InitFlags }
  | { readonly command: 'completion'; readonly shell: Shell; readonly program: Command }
  | {
      readonly command: 'waive';
      readonly rule: string;
      readonly post: string;
      readonly options: WaiveOptions;
    }
  | {
      readonly command: 'audit';
      readonly files: readonly string[];
      readonly options: AuditOptions;
    }
  | {
      readonly command: 'report';
      readonly files: readonly string[];
      readonly options: MergeOptions;
    }
  | {
      readonly command: 'takedown';
      readonly files: readonly string[];
      readonly options: TakedownOptions;
    }
  | { readonly command: 'posts'; readonly files: readonly string[]; readonly options: LintOptions }
  /** `--help`, `--version` or words that make no sense: there is only text to print. */
  | {
      readonly command: 'said';
      readonly exitCode: 0 | 2;
      readonly stdout: string;
      readonly stderr: string;
    };
