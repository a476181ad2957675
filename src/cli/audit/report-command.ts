import type { ArchiveAccount } from '../../core/archive.ts';
import type { Notice, Problem } from '../../core/problem.ts';
import type { JudgedPost } from '../../core/report.ts';
import { isTold } from '../../core/report.ts';
import { createSeen } from '../../core/seen.ts';
import { byTime } from '../../engine/audit/order.ts';
import type { Io, Outcome } from '../io.ts';
import { createNamesHidden } from '../names-hidden.ts';
import { refuse } from '../say.ts';
import { beginAudit } from './begin.ts';
import type { Book, Entered } from './book.ts';
import { openBook } from './book.ts';
import type { MergeOptions } from '../options.ts';
import { finishAudit } from './finish.ts';
import { eachOnce, inOneOrder } from './in-one-order.ts';
import { openOutputs } from './outputs.ts';
import type { PartTail } from './read-parts.ts';
import { readParts } from './read-parts.ts';
import { openArchives } from './read-archives.ts';

const accountOf = async (
  { archive }: MergeOptions,
  timezone: string,
  io: Io,
): Promise<{ readonly account?: ArchiveAccount; readonly problems: readonly Problem[] }> => {
  if (archive === undefined) return { problems: [] };
  const { account, problems, close } = await openArchives(
    [archive],
    { timezone, likes: false },
    io,
  );
  close();
  return { ...(account && { account }), problems };
};

const otherPolicies = (tail: PartTail, active: readonly string[]): Problem | undefined => {
  const missing = active.filter((id) => !tail.policies.includes(id));
  if (missing.length === 0) return undefined;
  const message = `the parts were not judged under ${missing.join(', ')}: judge and report with the same policies`;
  return { file: '--policy', message };
};

const otherDays = ({ days }: PartTail, { stretches: { period } }: Book): Problem | undefined => {
  if (!days || (days.from === period.from && days.to === period.to)) return undefined;
  const message = `a part holds the posts of ${days.from} to ${days.to} alone: report the same days, or judge all posts again`;
  return { file: '--term', message };
};

/** Which posts must wait until all are there and in order: a page and a summary list but the first. */
const keeping = (formats: readonly string[]): ((entered: Entered) => boolean) => {
  if (formats.includes('ndjson')) return () => true;
  const listsAll = formats.some((format) => format === 'csv' || format === 'json');
  return ({ stretch, judged }) => listsAll && stretch === 'period' && isTold(judged);
};

/** What is learnt while parts are read. */
interface Told {
  readonly problems: Problem[];
  readonly notices: Notice[];
}

const takeTail = (tail: PartTail, book: Book, told: Told): void => {
  const { notices, problems, skipped, outside, unread } = tail;
  told.notices.push(...notices);
  told.problems.push(...problems);
  for (const [reason, count] of skipped) if (count > 0) book.summary.skip(reason, count);
  if (outside > 0) book.summary.outside(outside);
  if (unread > 0) book.summary.unread(unread);
};

/** `policy-lint report`: one report of what many runs found; how they shared the posts changes nothing. */
export const reportCommand = async (
  files: readonly string[],
  options: MergeOptions,
  io: Io,
): Promise<Outcome> => {
  const begun = await beginAudit(files, options, io);
  if ('refused' in begun) return begun.refused;
  const { setup, outputs, compared, policies, nowMs } = begun;
  const { timezone } = setup;
  const { account, problems: ofArchive } = await accountOf(options, timezone, io);
  const book = openBook(
    {
      setup,
      options,
      nowMs,
      ...(account && { account }),
      ...(compared && { compared }),
    },
    io,
  );
  if ('problem' in book) return refuse([book.problem], io, setup.notes);
  const told: Told = { problems: [], notices: [] };
  const ids = policies.map(({ info }) => info.id);
  const isKept = keeping(outputs.map(({ format }) => format));
  const rows: Entered[] = [];
  const seen = createSeen();
  /** The id of a post without one is made of its words, which may well stand in many posts. */
  const isRepeated = ({ post: { id, published }, fingerprint }: JudgedPost): boolean =>
    id !== fingerprint && seen.has(`${published?.kind ?? 'own'} ${id}`);
  const names = createNamesHidden(setup.school, options.reveal === true);
  for (const line of readParts(files, io)) {
    if ('judged' in line && isRepeated(line.judged)) book.summary.skip('repeated');
    else if ('judged' in line) {
      const entered = book.add(await names.post(line.judged));
      if (entered && isKept(entered)) rows.push(entered);
    } else if ('tail' in line) {
      takeTail(line.tail, book, told);
      const others = [otherPolicies(line.tail, ids), otherDays(line.tail, book)];
      told.problems.push(...others.filter((one) => one !== undefined));
    } else if ('unread' in line) {
      book.summary.unread();
      told.problems.push(line.unread);
    } else told.problems.push(line.problem);
  }
  const report = await openOutputs(outputs, setup.policies, options, io);
  try {
    for (const entered of rows.sort((a, b) => byTime(a.judged, b.judged))) report.post(entered);
    const problems = inOneOrder(
      eachOnce([...setup.gaps, ...ofArchive, ...book.problems, ...told.problems]),
    );
    const notices = inOneOrder(eachOnce(told.notices, setup.notices));
    const ending = {
      book,
      report,
      names,
      problems,
      notices,
      notes: [],
      unknownAccounts: new Map(),
    };
    return (await finishAudit(begun, ending, io)).outcome;
  } finally {
    report.abandon();
  }
};
