import path from 'node:path';
import type { Policy } from '../../core/policy.ts';
import type { Post } from '../../core/post.ts';
import type { Notice, Problem } from '../../core/problem.ts';
import { stretchOf } from '../../engine/audit/stretch.ts';
import { hiddenPost } from '../../report/hidden-post.ts';
import { createAcceptance } from '../accept-post.ts';
import { openExceptions } from '../exceptions.ts';
import type { Io, Outcome } from '../io.ts';
import { notesOn } from '../notes.ts';
import { refuse, say } from '../say.ts';
import { setUp } from '../setup.ts';
import { dayOf } from '../today.ts';
import { openBook } from './book.ts';
import { findCompared } from './compared.ts';
import { inOneOrder } from './in-one-order.ts';
import type { Journal } from './journal.ts';
import { openJournal } from './journal.ts';
import { jobsFor, openJudging } from './judging.ts';
import type { AuditOptions } from '../options.ts';
import { momentOf } from './now.ts';
import { openOutputs, outputsOf } from './outputs.ts';
import { openProgress } from './progress.ts';
import type { OpenArchives } from './read-archives.ts';
import { openArchives } from './read-archives.ts';

/** Whether any rule looks at what the account liked; else likes are not even read. */
const wantsLikes = (policies: readonly Policy[]): boolean =>
  policies.some(({ rules }) => rules.some(({ judges }) => judges?.includes('like')));

/** More say no more, and would fill memory: the rest is counted. */
const MOST_PROBLEMS = 10_000;

/** Problems of records, as many as anybody reads. */
const createProblems = (first: readonly Problem[]) => {
  const told = [...first];
  let more = 0;
  return {
    add(problem: Problem): void {
      if (told.length < MOST_PROBLEMS) told.push(problem);
      else more += 1;
    },
    list(file: string): readonly Problem[] {
      const message = `${more} more problems of this kind are not shown`;
      return [...inOneOrder(told), ...(more > 0 ? [{ file, message }] : [])];
    },
  };
};

/** `policy-lint audit`: judges what an account has published. */
export const auditCommand = async (
  files: readonly string[],
  options: AuditOptions,
  io: Io,
): Promise<Outcome> => {
  const { outputs, problems: unwritable } = outputsOf(options, files, io);
  const setup = await setUp(options, io, { isAudit: true });
  const compared = await findCompared(options, setup.policies, io);
  const moment = momentOf(options, setup.timezone, io);
  const refusals = [
    ...unwritable,
    ...setup.problems,
    ...compared.problems,
    ...('problem' in moment ? [moment.problem] : []),
  ];
  if (refusals.length > 0 || 'problem' in moment) return refuse(refusals, io, setup.notes);
  const { nowMs } = moment;
  const policies = [...setup.policies, ...(compared.policy ? [compared.policy] : [])];
  const wanted = { timezone: setup.timezone, likes: wantsLikes(policies) };
  const archives = await openArchives(files, wanted, io);
  // A report of nothing would be taken for good news.
  if (!archives.account) return refuse(archives.problems, io, setup.notes);
  try {
    return await auditOpened(archives, { files, options, io, nowMs, setup, outputs, ...compared });
  } finally {
    archives.close();
  }
};

interface Given {
  readonly files: readonly string[];
  readonly options: AuditOptions;
  readonly io: Io;
  readonly nowMs: number;
  readonly setup: Awaited<ReturnType<typeof setUp>>;
  readonly outputs: ReturnType<typeof outputsOf>['outputs'];
  /** The policy that `--compare` names. */
  readonly policy?: Policy;
}

/** The journal beside the first file that the run writes; a run that writes none leaves nothing. */
const journalFor = (
  {
    outputs,
    options,
    setup,
    compared,
  }: Pick<Given, 'outputs' | 'options' | 'setup'> & {
    readonly compared: Policy | undefined;
  },
  { cwd }: Io,
): Journal | undefined => {
  const file = outputs.find((one) => one.file !== undefined)?.file;
  if (file === undefined) return undefined;
  const { school, folder } = setup;
  const policies = compared ? [...setup.policies, compared] : setup.policies;
  return openJournal(path.resolve(cwd, file), {
    policies,
    school,
    folder,
    isNew: options.resume === false,
  });
};

const goneOn = (journal: Journal | undefined): readonly string[] => {
  const count = journal?.count() ?? 0;
  return count === 0
    ? []
    : [
        `went on with an interrupted run: ${count} posts that it had found clean were not judged again`,
      ];
};

const stopped = (journal: Journal | undefined): Outcome => {
  const next = journal ? ': the same command goes on where this one stopped' : '';
  return {
    exitCode: 130,
    stdout: '',
    stderr: `policy-lint: interrupted, and no report was written${next}\n`,
  };
};

const auditOpened = async (
  archives: OpenArchives,
  { files, options, io, nowMs, setup, outputs, policy: compared }: Given,
): Promise<Outcome> => {
  const { account } = archives;
  const book = openBook(
    { setup, options, nowMs, ...(account && { account }), ...(compared && { compared }) },
    io,
  );
  if ('problem' in book) return refuse([book.problem], io, setup.notes);
  const { period, previous, summary } = book;
  const today = dayOf(nowMs, setup.timezone);
  const exceptions = await openExceptions(options, setup, today, io);
  const notices: Notice[] = [];
  const unread = createProblems([
    ...setup.gaps,
    ...archives.problems,
    ...book.problems,
    ...exceptions.problems,
  ]);
  const { accept, unknownAccounts } = createAcceptance(options, setup.school);

  async function* posts(): AsyncGenerator<Post> {
    for await (const record of archives.records()) {
      if ('skipped' in record) summary.skip(record.skipped);
      else if ('problem' in record) unread.add(record.problem);
      else if ('notice' in record) notices.push(record.notice);
      else if ('unread' in record) {
        summary.unread();
        unread.add(record.unread);
      } else {
        const accepted = accept(record.post);
        if ('problem' in accepted) {
          summary.unread();
          unread.add(accepted.problem);
        } else if (
          stretchOf(accepted.post, { period, ...(previous && { previous }) }) === 'outside'
        ) {
          summary.outside();
        } else yield accepted.post;
      }
    }
  }

  const judging = await openJudging(jobsFor(options.jobs, archives.bytes), {
    options,
    cwd: io.cwd,
    env: { ...io.env },
    nowMs,
  });
  const report = await openOutputs(outputs, setup.policies, options, io);
  const journal = journalFor({ outputs, options, setup, compared }, io);
  const progress = await openProgress(archives.bytes, options.progress !== false, io);
  archives.listen(progress.read);
  let isStopped = false;
  const ignore = io.onInterrupt?.(() => {
    isStopped = true;
  });
  try {
    for await (const judged of judging.judge(posts(), journal)) {
      if (isStopped) break;
      const entered = book.add(hiddenPost(exceptions.apply(judged), options.reveal === true));
      if (entered) report.post(entered);
    }
    progress.stop();
    if (isStopped) return stopped(journal);
    const problems = unread.list(files[0] ?? 'policy-lint');
    const told = inOneOrder([...exceptions.notices(false), ...notices]);
    const { summary: whole, exitCode } = book.end({ notices: told, problems });
    const ended = await report.end(whole);
    if (ended.problems.length === 0) journal?.remove();
    const notes = [
      ...setup.notes,
      ...book.notes,
      ...goneOn(journal),
      ...judging.notes(),
      ...(await notesOn(
        { unusedKeys: new Set(), unknownAccounts },
        {
          policies: setup.policies,
          unchecked: whole.unchecked,
          notices: told,
          today,
          reviews: setup.school.reviews,
        },
      )),
    ];
    const stderr = say([...problems, ...ended.problems], io, notes);
    return { exitCode: ended.problems.length > 0 ? 2 : exitCode, stdout: ended.stdout, stderr };
  } finally {
    progress.stop();
    ignore?.();
    report.abandon();
    await judging.close();
  }
};
