import type { Problem } from '../../core/problem.ts';
import type { PupilList, School } from '../../core/school.ts';
import type { ArchiveAccount, SkipReason } from '../../core/archive.ts';
import { compare } from '../../core/compare.ts';
import type { Post } from '../../core/post.ts';
import type { Takedown, TakedownPost, TakedownProfile } from '../../core/takedown.ts';
import { PROFILE_PLACES } from '../../core/takedown.ts';
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
import type { NamesHidden } from '../names-hidden.ts';
import { createNamesHidden } from '../names-hidden.ts';
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

/** The school with those who are looked for beside the pupils whom it knows. */
const withList = (school: School, list: PupilList): School => {
  const { roster } = school.people;
  const find: PupilList['find'] = (key) => list.find(key) ?? roster?.find(key);
  return { ...school, people: { ...school.people, roster: { find } } };
};

interface Telling {
  readonly timezone: string;
  readonly reveal: boolean;
  readonly hidden: NamesHidden;
}

/** A post as it is told: no name of a child in it. */
const toPost = async (
  { post, how, where, names }: Found,
  { timezone, reveal, hidden: others }: Telling,
): Promise<TakedownPost> => {
  const at = post.at.kind === 'instant' ? toIso(post.at.epochMs, timezone) : null;
  const judged = hiddenPost(
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
  const { post: hidden } = await others.post(judged);
  const { published } = hidden;
  return {
    id: hidden.id,
    file: hidden.origin.file,
    line: hidden.origin.line,
    at,
    ...(published?.url !== undefined && { url: published.url }),
    how,
    where,
    text: hidden.text,
    isDeleted: published?.deletedMs !== undefined,
    isReplaced: published?.replaced === true,
  };
};

/** What the account says of itself, a post each. */
const profilePosts = ({ profile, file }: ArchiveAccount) =>
  PROFILE_PLACES.flatMap((where) => {
    const said = profile[where];
    if (said === undefined || said === '') return [];
    const post: Post = {
      id: where,
      text: where === 'handle' ? `@${said}` : said,
      origin: { file, line: 1, record: 1 },
      at: { kind: 'unscheduled' },
      media: [],
    };
    return [{ where, post }];
  });

const searchProfile = async (
  account: ArchiveAccount | undefined,
  find: ReturnType<typeof createTakedown>,
  telling: Telling,
): Promise<readonly TakedownProfile[]> => {
  const found: TakedownProfile[] = [];
  for (const { where, post } of account ? profilePosts(account) : []) {
    const named = await find(post);
    if (!named || named.how === 'picture') continue;
    const { text } = await toPost(named, telling);
    found.push({ where, how: named.how, text });
  }
  return found;
};

const RANK: readonly TakedownPost['how'][] = ['full', 'picture', 'one'];

const surestFirst = (a: TakedownPost, b: TakedownPost): number =>
  Number(a.isDeleted) - Number(b.isDeleted) ||
  RANK.indexOf(a.how) - RANK.indexOf(b.how) ||
  compare(a.at ?? '', b.at ?? '');

const search = async (
  files: readonly string[],
  list: PupilList,
  { options, setup, io }: { options: TakedownOptions; setup: Setup; io: Io },
) => {
  const { school, timezone } = setup;
  const archives = await openArchives(files, { timezone, likes: false, earlier: true }, io);
  const problems: Problem[] = [...archives.problems];
  const encoder = encoderLoader();
  const find = createTakedown({ list, school, loadEncoder: encoder.load });
  const posts: TakedownPost[] = [];
  const reveal = options.reveal === true;
  const hidden = createNamesHidden(withList(school, list), reveal);
  const telling = { timezone, reveal, hidden };
  const skipped: Partial<Record<SkipReason, number>> = {};
  let account: readonly TakedownProfile[] = [];
  let [read, versions, unread] = [0, 0, 0];
  try {
    account = await searchProfile(archives.account, find, telling);
    for await (const record of archives.records()) {
      if ('skipped' in record) skipped[record.skipped] = (skipped[record.skipped] ?? 0) + 1;
      else if ('problem' in record) problems.push(record.problem);
      else if ('unread' in record) {
        unread += 1;
        problems.push(record.unread);
      } else if ('post' in record) {
        if (record.post.published?.replaced) versions += 1;
        else read += 1;
        const found = await find(record.post);
        if (found) posts.push(await toPost(found, telling));
      }
    }
  } finally {
    archives.close();
  }
  const takedown: Takedown = {
    account,
    posts: posts.sort(surestFirst),
    read,
    versions,
    skipped,
    unread,
  };
  return { takedown, problems: hidden.problems(problems), notes: encoder.notes() };
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
  const isFound = takedown.account.length > 0 || takedown.posts.some(({ isDeleted }) => !isDeleted);
  return {
    exitCode: all.length > 0 ? 2 : isFound ? 1 : 0,
    stdout: output === undefined ? text : '',
    stderr: say(all, io, [...setup.notes, ...notes]),
  };
};
