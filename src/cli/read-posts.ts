import path from 'node:path';
import type { Post, PostTime } from '../core/post.ts';
import type { Notice, Problem } from '../core/problem.ts';
import type { School } from '../core/school.ts';
import type { Encoding } from '../input/decode.ts';
import { readings } from '../input/index.ts';
import { CHANGED } from '../input/open-text.ts';
import type { InputOptions, Reading, Recognised } from '../input/reading.ts';
import type { Source } from '../input/source.ts';
import { sourceOf } from '../input/source.ts';
import { createAcceptance } from './accept-post.ts';
import type { ConfiguredQueue } from './config.ts';
import { openFile } from './file-source.ts';
import type { Io } from './io.ts';
import type { LintOptions } from './options.ts';
import { whyUnopened } from './read-text.ts';

const STDIN = '-';

/** Keys of other programs: more than these say no more. */
const MAX_UNUSED = 20;

const IS_DRAFT = /^-$|\.(?:txt|md)$/iu;

/** Slashes on every system, so that a report reads the same everywhere. */
const shownAs = (named: string): string =>
  path.sep === '\\' ? named.replaceAll('\\', '/') : named;

/** Each file once, in the order of their names: who lists them how changes nothing. */
const inOrder = (files: readonly string[], cwd: string): readonly string[] => {
  const byPath = new Map(
    [...files]
      .reverse()
      .map((named) => [named === STDIN ? STDIN : path.resolve(cwd, named), named]),
  );
  return [...byPath.values()].sort();
};

/** Posts as they are to be judged, and what is learnt while they are read. */
export interface Intake {
  /** To be read once; the lists below are complete when it has ended. */
  readonly posts: () => AsyncGenerator<Post>;
  readonly problems: Problem[];
  readonly notices: Notice[];
  readonly unusedKeys: Set<string>;
  /** As `Acceptance` has them. */
  readonly unknownAccounts: Map<string, string>;
}

export interface IntakeSettings {
  readonly school: School;
  /** IANA zone of times without an offset. */
  readonly timezone: string;
  readonly queue?: ConfiguredQueue | undefined;
  /** The time that `--at` names. */
  readonly at?: PostTime | undefined;
  readonly tell?: (recognised: Recognised) => void;
}

/** Opens what the command line names; nothing is read before somebody asks for the first post. */
export const openPosts = (
  files: readonly string[],
  options: LintOptions,
  { school, timezone, queue, at, tell }: IntakeSettings,
  io: Io,
): Intake => {
  const encoding = options.encoding as Encoding | undefined;
  const input: InputOptions = {
    timezone,
    ...(encoding && { encoding }),
    ...(queue && { queue }),
    ...(tell && { tell }),
  };
  /** What the configuration says of queues is not said of a draft. */
  const formatOf = (named: string): string | undefined =>
    options.inputFormat ?? (IS_DRAFT.test(named) ? undefined : queue?.format);

  const problems: Problem[] = [];
  const notices: Notice[] = [];
  const unusedKeys = new Set<string>();
  const { accept, unknownAccounts } = createAcceptance(options, school, at);

  const take = (reading: Reading): Post | undefined => {
    if ('problems' in reading) {
      for (const problem of reading.problems) problems.push(problem);
      return undefined;
    }
    for (const notice of reading.notices ?? []) notices.push(notice);
    if (!('post' in reading)) return undefined;
    for (const key of reading.unusedKeys) if (unusedKeys.size < MAX_UNUSED) unusedKeys.add(key);
    const accepted = accept(reading.post);
    if ('post' in accepted) return accepted.post;
    problems.push(accepted.problem);
    return undefined;
  };

  async function* readOne(named: string): AsyncGenerator<Post> {
    const file = named === STDIN ? (options.stdinFilename ?? 'stdin') : shownAs(named);
    let source: Source;
    let hasChanged = (): boolean => false;
    try {
      if (named === STDIN) source = sourceOf(await io.readStdin());
      else {
        const opened = openFile(path.resolve(io.cwd, named));
        hasChanged = opened.hasChanged;
        source = opened;
      }
    } catch (error) {
      problems.push({ file, message: whyUnopened(error) });
      return;
    }
    const format = formatOf(named);
    const all = readings(source, file, { ...input, ...(format !== undefined && { format }) });
    // Waiting for what is there already would take longer than reading it.
    if (Symbol.iterator in all) {
      for (const reading of all) {
        const post = take(reading);
        if (post) yield post;
      }
    } else {
      for await (const reading of all) {
        const post = take(reading);
        if (post) yield post;
      }
    }
    // A table that is read twice may have seen it for itself.
    const isTold = problems.some((one) => one.file === file && one.message === CHANGED);
    if (hasChanged() && !isTold) problems.push({ file, message: CHANGED });
  }

  return {
    async *posts() {
      for (const named of inOrder(files, io.cwd)) yield* readOne(named);
    },
    problems,
    notices,
    unusedKeys,
    unknownAccounts,
  };
};
