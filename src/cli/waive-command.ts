import path from 'node:path';
import type { WaiverContext } from '../policy/waiver-mistakes.ts';
import { visible } from '../report/cells.ts';
import { dateInWords } from '../report/when.ts';
import type { Io, Outcome } from './io.ts';
import { refuse, say } from './say.ts';
import type { Setup } from './setup.ts';
import { takePosts } from './take-posts.ts';
import { dayOf } from './today.ts';
import { draftWaiver } from './waive-draft.ts';
import type { WaiverEntry } from './waive-entry.ts';
import { withWaiver } from './waive-entry.ts';
import type { WaiveOptions } from './options.ts';
import { findBrokenPost, readNamedPost } from './waive-post.ts';
import { readWaiversFile, shownFrom } from './waivers-file.ts';
import { writeReport } from './write-report.ts';

/** Stands for the post until it is found. */
const NO_POST = '0'.repeat(16);

const targetOf = ({ file, waivers }: WaiveOptions, setup: Setup, { cwd }: Io): string => {
  const named = file ?? (typeof waivers === 'string' ? waivers : undefined);
  return named === undefined ? setup.waivers : path.resolve(cwd, named);
};

const told = ({ rule, post, approvedBy, role, expires }: WaiverEntry, isNew: boolean): string => {
  const who = role === undefined ? approvedBy : `${approvedBy}, ${role}`;
  const verb = isNew ? 'waived' : 'waived anew';
  return `${rule} is ${verb} for ${post} until ${dateInWords(expires)} (${who})`;
};

const endsEarly = (expires: string, day: string | null): readonly string[] =>
  day !== null && expires < day
    ? [`it ends before the post goes out on ${dateInWords(day)}: say --until ${day}`]
    : [];

const notesOn = (others: readonly string[], shown: string, isUsual: boolean): readonly string[] => [
  ...(others.length > 0 ? [`the post breaks other rules too: ${others.join(', ')}`] : []),
  ...(isUsual
    ? []
    : [
        `${shown} is read with --waivers ${shown}, or where policy-lint.yaml names it under waivers`,
      ]),
];

/** `policy-lint waive RULE POST`: records that somebody answers for an exception. */
export const waiveCommand = async (
  ruleNamed: string,
  postNamed: string,
  { output: _, ...options }: WaiveOptions,
  io: Io,
): Promise<Outcome> => {
  const named = readNamedPost(postNamed, options, io);
  // Nothing is read of a file before somebody asks for its posts.
  const taken = await takePosts([named && 'file' in named ? named.file : '-'], options, io);
  if ('refusals' in taken) return refuse(taken.refusals, io, taken.notes);
  const { setup, nowMs } = taken;
  const { policies, roles = {}, school, timezone, notes } = setup;
  const context: WaiverContext = { policies, roles, today: dayOf(nowMs, timezone) };
  const fingerprint = named?.by === 'fingerprint' ? named.fingerprint : NO_POST;
  const draft = await draftWaiver(ruleNamed, fingerprint, options, context, { school });
  const file = targetOf(options, setup, io);
  const read = await readWaiversFile(file, context, io);
  const noPost = `“${postNamed}” is no post: write its fingerprint, FILE:LINE, FILE#RECORD, or its id with --in FILE`;
  const refusals = [
    ...(named ? [] : [{ file: 'waive', message: noPost }]),
    ...draft.problems,
    ...read.problems,
  ];
  if (refusals.length > 0 || !named) return refuse(refusals, io, notes);

  const found =
    named.by === 'fingerprint'
      ? { fingerprint, others: [], day: null }
      : await findBrokenPost(named, draft.entry.rule, taken);
  if ('problems' in found) return refuse(found.problems, io, notes);
  const entry: WaiverEntry = { ...draft.entry, post: found.fingerprint };
  const isNew = !read.waivers.some((one) => one.rule === entry.rule && one.post === entry.post);
  const shown = shownFrom(io.cwd, file);
  const unwritten = writeReport(file, withWaiver(read.text, entry), io, { what: 'the waiver' });
  if (unwritten) return refuse([{ ...unwritten, file: shown }], io, notes);
  return {
    exitCode: 0,
    stdout: `${visible(`${shown}: ${told(entry, isNew)}`)}\n`,
    stderr: say([], io, [
      ...notes,
      ...endsEarly(entry.expires, found.day),
      ...notesOn(found.others, shown, file === setup.waivers),
    ]),
  };
};
