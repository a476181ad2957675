import path from 'node:path';
import type { SkipReason } from '../../core/archive.ts';
import { SKIP_REASONS } from '../../core/archive.ts';
import type { Notice, Problem } from '../../core/problem.ts';
import type { JudgedPost } from '../../core/report.ts';
import { createDecoder, decodedPieces } from '../../input/stream-decoder.ts';
import { createLineSplitter } from '../../input/line-splitter.ts';
import { readTracedLine } from '../../report/traced-line.ts';
import { isMapping, listOf, mappingOf } from '../../syntax/plain-data.ts';
import { openFile } from '../file-source.ts';
import type { Io } from '../io.ts';
import { whyUnopened } from '../read-text.ts';

/** What one line of results says. */
export type PartLine =
  | { readonly judged: JudgedPost }
  /** A record that could not be read, where the posts were judged. */
  | { readonly unread: Problem }
  /** What is wrong with the part itself. */
  | { readonly problem: Problem }
  | { readonly tail: PartTail };

/** The last words of a part. */
export interface PartTail {
  readonly policies: readonly string[];
  readonly notices: readonly Notice[];
  /** Problems that no line told. */
  readonly problems: readonly Problem[];
  /** Records that were read and not judged, by why. */
  readonly skipped: ReadonlyMap<SkipReason, number>;
  readonly outside: number;
  /** Days to which an audit kept; posts out of them are not in the part. */
  readonly days?: { readonly from: string; readonly to: string };
  /** Records that could not be read and that no line told. */
  readonly unread: number;
}

const CUT =
  'this part is cut short: its last line is missing, so judge these posts again before you put the parts together';
const UNKNOWN = 'this line is no result: a part is what policy-lint --format ndjson writes';

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
};

/** Where a record stood in a stream says nothing once streams are put together. */
const placeless = ({ file, message, ...place }: Problem): Problem =>
  file === 'stdin' ? { file, message } : { file, ...place, message };

/** The days of an audit that left posts out. */
const daysOf = (value: Readonly<Record<string, unknown>>, outside: number): PartTail['days'] => {
  const { from, to } = mappingOf(value['period']);
  return outside > 0 && typeof from === 'string' && typeof to === 'string'
    ? { from, to }
    : undefined;
};

const tailOf = (value: Readonly<Record<string, unknown>>): PartTail => {
  const sums = mappingOf(value['sums']);
  const skipped = mappingOf(sums['skipped']);
  const reasons = Object.keys(SKIP_REASONS) as SkipReason[];
  const outside = numberOf(sums['outside']);
  const days = daysOf(value, outside);
  return {
    policies: listOf(value['policies']).map((one) => String(mappingOf(one)['id'])),
    notices: listOf(value['notices']) as readonly Notice[],
    problems: listOf(value['problems']) as readonly Problem[],
    skipped: new Map(reasons.map((reason) => [reason, numberOf(skipped[reason])])),
    outside,
    ...(days && { days }),
    unread: numberOf(sums['unread']),
  };
};

/** The lines of one part, as several runs may have written them one behind the other. */
function* readOne(named: string, { cwd }: Io): Generator<PartLine> {
  const splitter = createLineSplitter();
  let line = 0;
  let since = 0;
  let told = new Set<string>();
  const read = (written: string | null): PartLine | undefined => {
    line += 1;
    if (written?.trim() === '') return undefined;
    const value = written === null ? undefined : parse(written);
    if (!isMapping(value)) return { problem: { file: named, line, message: UNKNOWN } };
    if ('schema' in value) {
      const tail = tailOf(value);
      const rest = tail.problems.filter((one) => !told.has(JSON.stringify(one)));
      [since, told] = [0, new Set()];
      return { tail: { ...tail, problems: rest.map(placeless) } };
    }
    since += 1;
    const problem = value['problem'];
    if (isMapping(problem)) {
      told.add(JSON.stringify(problem));
      return { unread: placeless(problem as unknown as Problem) };
    }
    const judged = readTracedLine(value);
    return judged ? { judged } : { problem: { file: named, line, message: UNKNOWN } };
  };
  for (const piece of decodedPieces(
    openFile(path.resolve(cwd, named)),
    createDecoder('utf-8', true),
  )) {
    for (const written of splitter.add(piece)) {
      const found = read(written);
      if (found) yield found;
    }
  }
  const last = splitter.end();
  const found = last === undefined ? undefined : read(last);
  if (found) yield found;
  if (since > 0 || line === 0) yield { problem: { file: named, message: CUT } };
}

/** All lines of all parts. */
export function* readParts(named: readonly string[], io: Io): Generator<PartLine> {
  for (const name of [...new Set(named)].sort()) {
    try {
      yield* readOne(name, io);
    } catch (error) {
      yield { problem: { file: name, message: whyUnopened(error) } };
    }
  }
}
