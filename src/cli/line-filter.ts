import type { Post } from '../core/post.ts';
import type { Problem } from '../core/problem.ts';
import { fingerprintOf } from '../engine/fingerprint.ts';
import { createTally } from '../engine/tally.ts';
import { judgePosts } from '../index.ts';
import { withoutBom } from '../input/decode.ts';
import { createDecoder } from '../input/stream-decoder.ts';
import { isObjectLine } from '../input/likeness.ts';
import { createLineSplitter } from '../input/line-splitter.ts';
import { createLineReader } from '../input/ndjson.ts';
import { lastLine, problemLine } from '../report/ndjson.ts';
import { tracedLine } from '../report/traced-line.ts';
import { createAcceptance } from './accept-post.ts';
import { openExceptions } from './exceptions.ts';
import type { Io, Outcome } from './io.ts';
import { encoderLoader } from './load-encoder.ts';
import { headOf, reportOptions } from './open-report.ts';
import type { LintOptions } from './options.ts';
import { refuse, say } from './say.ts';
import { setUp } from './setup.ts';
import { dayOf } from './today.ts';
import { createVerdict } from './verdict.ts';

const FILE = 'stdin';

/** Whether a run may be a filter: lines in, lines out, and nothing that looks at all of them. */
const mayBeFilter = (files: readonly string[], options: LintOptions): boolean =>
  options.format === 'ndjson' &&
  options.output === undefined &&
  (files.length === 0 || (files.length === 1 && files[0] === '-')) &&
  (options.inputFormat ?? 'ndjson') === 'ndjson' &&
  (options.encoding ?? 'utf-8') === 'utf-8' &&
  options.stdinFilename === undefined &&
  !options.upcoming &&
  options.writeBaseline === undefined &&
  options.pruneBaseline === undefined;

/** More than any line of a post has. */
const MOST_HEAD = 1024 * 1024;
/** A first line that is broken is looked behind so far. */
const ENOUGH_HEAD = 64 * 1024;

/** Whether lines are posts, though the first may be broken; a list or a mapping over lines is none. */
const areLines = (head: string): boolean => {
  const lines = head.split('\n').filter((line) => line.trim() !== '');
  if (/^\s*[[{]\s*$/u.test(lines[0] ?? '')) return false;
  return lines.some(isObjectLine);
};

/** A stream that was looked into, and all of it from its beginning. */
const peek = async (chunks: AsyncIterable<Uint8Array>) => {
  const iterator = chunks[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let head = '';
  let length = 0;
  const isSettled = (): boolean => {
    const line = /\S[^\n]*\n/u.exec(head)?.[0];
    if (line === undefined) return length >= MOST_HEAD;
    return length >= ENOUGH_HEAD || isObjectLine(line.replace(/^\uFEFF/u, ''));
  };
  while (!isSettled()) {
    const { done, value } = await iterator.next();
    if (done) break;
    seen.push(value);
    length += value.length;
    head = Buffer.concat(seen).toString('utf8');
  }
  return {
    head: head.replace(/^\uFEFF/u, ''),
    async *all(): AsyncGenerator<Uint8Array> {
      yield* seen;
      for (;;) {
        const { done, value } = await iterator.next();
        if (done) return;
        yield value;
      }
    },
  };
};

/** What a filter keeps of problems for its last words; their lines told them already. */
const MOST_PROBLEMS = 1000;

/** Whether lines hold posts that are out: such posts are judged as an audit judges them. */
const isPublished = (head: string): boolean => head.includes('"published"');

const filterLines = async (
  chunks: AsyncIterable<Uint8Array>,
  isAudit: boolean,
  options: LintOptions,
  io: Io,
): Promise<Outcome> => {
  const setup = await setUp(options, io, { isAudit });
  if (setup.problems.length > 0) return refuse(setup.problems, io, setup.notes);
  const { policies, school, timezone } = setup;
  const exceptions = await openExceptions(options, setup, dayOf(io.nowMs, timezone), io);
  if (exceptions.problems.length > 0) return refuse(exceptions.problems, io, setup.notes);
  const { reveal } = await reportOptions(options, io);
  const reader = createLineReader(FILE, { timezone, isAlone: true });
  const { accept } = createAcceptance(options, school);
  const tally = createTally();
  const verdict = createVerdict(options);
  const problems: Problem[] = [];
  let unread = 0;
  let held = '';

  const complain = (problem: Problem): void => {
    unread += 1;
    if (problems.length < MOST_PROBLEMS) problems.push(problem);
    held += problemLine(problem);
  };
  /** The post on a line; what stands there instead of one is told at once, in its place. */
  const read = (line: string | null): Post | undefined => {
    const reading = reader.read(line, true);
    if (!reading || !('post' in reading || 'problems' in reading)) return undefined;
    if ('problems' in reading) {
      complain(reading.problems[0]);
      return undefined;
    }
    const accepted = accept(reading.post);
    if ('problem' in accepted) {
      complain(accepted.problem);
      return undefined;
    }
    const { post } = accepted;
    return post.id === '' ? { ...post, id: fingerprintOf(post) } : post;
  };

  async function* posts(): AsyncGenerator<Post> {
    const decoder = createDecoder('utf-8', true);
    const splitter = createLineSplitter();
    let isFirst = true;
    for await (const chunk of chunks) {
      const text = decoder.add(chunk);
      const piece = isFirst ? withoutBom(text) : text;
      isFirst = false;
      for (const line of splitter.add(piece)) {
        const post = read(line);
        if (post) yield post;
      }
      // Whoever is behind may wait for what was found before it sends more.
      io.print(held);
      held = '';
    }
    const last = splitter.end();
    const post = last === undefined ? undefined : read(last);
    if (post) yield post;
  }

  const encoder = encoderLoader();
  const { createNamesHidden } = await import('./names-hidden.ts');
  const names = createNamesHidden(school, reveal);
  const settings = { policies, school, nowMs: io.nowMs, loadEncoder: encoder.load };
  const judging = judgePosts(posts(), { ...settings, traces: true, tellsCopies: false });
  for await (const one of judging) {
    const judged = exceptions.apply(one);
    tally.add(judged);
    verdict.add(judged.findings);
    held += tracedLine(await names.post(judged), reveal);
  }
  const tail = {
    unchecked: tally.unchecked(),
    notices: [],
    problems,
    summary: tally.summary(unread),
  };
  const stderr = say(problems, io, [...setup.notes, ...encoder.notes()]);
  return {
    exitCode: verdict.exitCode(unread),
    stdout: held + lastLine(headOf(policies), tail),
    stderr,
  };
};

/** A run that turns lines of posts into lines of results as they come, or what else is to be done. */
export const lintOrFilter = async (
  files: readonly string[],
  options: LintOptions,
  io: Io,
  lint: (io: Io) => Promise<Outcome>,
): Promise<Outcome> => {
  if (!mayBeFilter(files, options) || io.stdinIsTerminal()) return lint(io);
  const { head, all } = await peek(io.stdinChunks());
  // A share of the posts may well be empty.
  if (options.inputFormat === 'ndjson' || head.trim() === '' || areLines(head)) {
    return filterLines(all(), isPublished(head), options, io);
  }
  const readStdin = async (): Promise<Uint8Array> => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of all()) chunks.push(chunk);
    return Buffer.concat(chunks);
  };
  return lint({ ...io, readStdin });
};
