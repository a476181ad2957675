import type { Problem } from '../../core/problem.ts';
import type { PupilList } from '../../core/school.ts';
import type { Takedown, TakedownPost } from '../../core/takedown.ts';
import { fingerprintOf } from '../../engine/fingerprint.ts';
import type { Found } from '../../engine/takedown.ts';
import { createTakedown } from '../../engine/takedown.ts';
import { hiddenPost } from '../../report/hidden-post.ts';
import {
  TAKEDOWN_FORMATS,
  takedownCsv,
  takedownJson,
  takedownText,
} from '../../report/takedown.ts';
import { toIso } from '../../time/zone.ts';
import { openArchives } from '../audit/read-archives.ts';
import type { Io, Outcome } from '../io.ts';
import { encoderLoader } from '../load-encoder.ts';
import { reportOptions } from '../open-report.ts';
import { refuse, say } from '../say.ts';
import type { Setup } from '../setup.ts';
import { setUp } from '../setup.ts';
import { whyNoReport, writeReport } from '../write-report.ts';
import type { TakedownOptions } from '../options.ts';
import { findWithdrawn } from './withdrawn.ts';

const isFormat = (name: string): boolean => TAKEDOWN_FORMATS.some((format) => format === name);

const mistakesIn = (
  files: readonly string[],
  { format, output }: TakedownOptions,
  io: Io,
): readonly Problem[] => {
  const why = output === undefined ? undefined : whyNoReport(output, files, io);
  return [
    ...(files.length === 0
      ? [{ file: 'takedown', message: 'name the archive to look through' }]
      : []),
    ...(isFormat(format)
      ? []
      : [{ file: '--format', message: `this is reported as ${TAKEDOWN_FORMATS.join(', ')}` }]),
    ...(why ? [why] : []),
  ];
};

/** A post as it is told: no name of a child in it. */
const toPost = ({ post, how, where, names }: Found, timezone: string, reveal: boolean) => {
  const at = post.at.kind === 'instant' ? toIso(post.at.epochMs, timezone) : null;
  const { post: hidden } = hiddenPost(
    {
      post,
      fingerprint: fingerprintOf(post),
      at,
      findings: [],
      waived: [],
      known: [],
      unchecked: [],
      names,
    },
    reveal,
  );
  return {
    id: hidden.id,
    file: hidden.origin.file,
    line: hidden.origin.line,
    at,
    ...(post.published?.url !== undefined && { url: post.published.url }),
    how,
    where,
    text: hidden.text,
    isDeleted: post.published?.deletedMs !== undefined,
  } satisfies TakedownPost;
};

const RANK: readonly TakedownPost['how'][] = ['full', 'picture', 'one'];

const surestFirst = (a: TakedownPost, b: TakedownPost): number =>
  Number(a.isDeleted) - Number(b.isDeleted) ||
  RANK.indexOf(a.how) - RANK.indexOf(b.how) ||
  ((a.at ?? '') < (b.at ?? '') ? -1 : 1);

const search = async (
  files: readonly string[],
  list: PupilList,
  { options, setup, io }: { options: TakedownOptions; setup: Setup; io: Io },
) => {
  const { school, timezone } = setup;
  const archives = await openArchives(files, { timezone, likes: false }, io);
  const problems: Problem[] = [...archives.problems];
  const encoder = encoderLoader();
  const find = createTakedown({ list, school, loadEncoder: encoder.load });
  const posts: TakedownPost[] = [];
  let [read, skipped, unread] = [0, 0, 0];
  try {
    for await (const record of archives.records()) {
      if ('skipped' in record) skipped += 1;
      else if ('problem' in record) problems.push(record.problem);
      else if ('unread' in record) {
        unread += 1;
        problems.push(record.unread);
      } else if ('post' in record) {
        read += 1;
        const found = await find(record.post);
        if (found) posts.push(toPost(found, timezone, options.reveal === true));
      }
    }
  } finally {
    archives.close();
  }
  const takedown: Takedown = { posts: posts.sort(surestFirst), read, skipped, unread };
  return { takedown, problems, notes: encoder.notes() };
};

const write = async (takedown: Takedown, options: TakedownOptions, io: Io): Promise<string> => {
  if (options.format === 'csv') return takedownCsv(takedown);
  if (options.format === 'text') return takedownText(takedown, await reportOptions(options, io));
  return takedownJson(takedown, options.format === 'json' ? 2 : undefined);
};

/** `policy-lint takedown`: posts that name or picture a pupil whose consent was withdrawn. */
export const takedownCommand = async (
  named: readonly string[],
  options: TakedownOptions,
  io: Io,
): Promise<Outcome> => {
  const { withdrawn, files } = await findWithdrawn(named, options, io);
  const setup = await setUp(options, io);
  const refusals = [
    ...mistakesIn(files, options, io),
    ...('problems' in withdrawn ? withdrawn.problems : []),
    ...setup.problems,
  ];
  if (refusals.length > 0 || 'problems' in withdrawn) return refuse(refusals, io, setup.notes);
  const { list } = withdrawn;
  const { takedown, problems, notes } = await search(files, list, { options, setup, io });
  const text = await write(takedown, options, io);
  const { output } = options;
  const unwritten = output === undefined ? undefined : writeReport(output, text, io);
  const all = [...problems, ...(unwritten ? [unwritten] : [])];
  const isFound = takedown.posts.some(({ isDeleted }) => !isDeleted);
  return {
    exitCode: all.length > 0 ? 2 : isFound ? 1 : 0,
    stdout: output === undefined ? text : '',
    stderr: say(all, io, [...setup.notes, ...notes]),
  };
};
