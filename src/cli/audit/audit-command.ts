import path from 'node:path';
import { hiddenPost } from '../../report/hidden-post.ts';
import { createAcceptance } from '../accept-post.ts';
import { openExceptions } from '../exceptions.ts';
import type { Io, Outcome } from '../io.ts';
import { createNamesHidden } from '../names-hidden.ts';
import type { AuditOptions } from '../options.ts';
import { refuse } from '../say.ts';
import { dayOf } from '../today.ts';
import { archivePosts } from './archive-posts.ts';
import type { Begun } from './begin.ts';
import { beginAudit } from './begin.ts';
import { openBook } from './book.ts';
import { finishAudit } from './finish.ts';
import { inOneOrder } from './in-one-order.ts';
import type { Journal } from './journal.ts';
import { openJournal } from './journal.ts';
import { jobsFor, openJudging } from './judging.ts';
import { openOutputs } from './outputs.ts';
import { openProgress } from './progress.ts';
import type { OpenArchives } from './read-archives.ts';
import { openArchives, wantsLikes } from './read-archives.ts';

/** The journal beside the first file that the run writes; a run that writes none leaves nothing. */
const journalFor = (
  { outputs, setup: { school, folder }, policies }: Begun,
  { resume }: AuditOptions,
  { cwd }: Io,
): Journal | undefined => {
  const file = outputs.find((one) => one.file !== undefined)?.file;
  if (file === undefined) return undefined;
  return openJournal(path.resolve(cwd, file), {
    policies,
    school,
    folder,
    isNew: resume === false,
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
  files: readonly string[],
  begun: Begun,
  options: AuditOptions,
  io: Io,
): Promise<Outcome> => {
  const { setup, outputs, compared, nowMs } = begun;
  const { account } = archives;
  const book = openBook(
    { setup, options, nowMs, ...(account && { account }), ...(compared && { compared }) },
    io,
  );
  if ('problem' in book) return refuse([book.problem], io, setup.notes);
  const exceptions = await openExceptions(options, setup, dayOf(nowMs, setup.timezone), io);
  const { accept, unknownAccounts } = createAcceptance(options, setup.school);
  const before = [...setup.gaps, ...archives.problems, ...book.problems, ...exceptions.problems];
  const intake = archivePosts(archives, book, accept, { before, nowMs });
  const settings = { options, cwd: io.cwd, env: { ...io.env }, nowMs };
  const judging = await openJudging(jobsFor(options.jobs, archives.bytes), settings);
  const report = await openOutputs(outputs, setup.policies, options, io);
  const names = createNamesHidden(setup.school, options.reveal === true);
  const journal = journalFor(begun, options, io);
  const progress = await openProgress(archives.bytes, options.progress !== false, io);
  archives.listen(progress.read);
  let isStopped = false;
  const ignore = io.onInterrupt?.(() => {
    isStopped = true;
  });
  try {
    for await (const some of judging.judge(intake.posts(), journal)) {
      if (isStopped) break;
      for (const judged of some) {
        const hidden = hiddenPost(exceptions.apply(judged), options.reveal === true);
        const entered = book.add(await names.post(hidden));
        if (entered) report.post(entered);
      }
    }
    progress.stop();
    if (isStopped) return stopped(journal);
    const ending = {
      book,
      report,
      names,
      problems: intake.problems(files[0] ?? 'policy-lint'),
      notices: inOneOrder([...exceptions.notices(false), ...intake.notices]),
      notes: [...goneOn(journal), ...judging.notes()],
      unknownAccounts,
    };
    const { outcome, isWritten } = await finishAudit(begun, ending, io);
    if (isWritten) journal?.remove();
    return outcome;
  } finally {
    progress.stop();
    ignore?.();
    report.abandon();
    await judging.close();
  }
};

/** `policy-lint audit`: judges what an account has published. */
export const auditCommand = async (
  files: readonly string[],
  options: AuditOptions,
  io: Io,
): Promise<Outcome> => {
  const begun = await beginAudit(files, options, io);
  if ('refused' in begun) return begun.refused;
  const { setup, policies } = begun;
  const wanted = { timezone: setup.timezone, likes: wantsLikes(policies) };
  const archives = await openArchives(files, wanted, io);
  // A report of nothing would be taken for good news.
  if (!archives.account) return refuse(archives.problems, io, setup.notes);
  try {
    return await auditOpened(archives, files, begun, options, io);
  } finally {
    archives.close();
  }
};
