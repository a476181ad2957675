import type { Post } from '../core/post.ts';
import type { Notice, NoticeKind } from '../core/problem.ts';
import { toIso } from '../time/zone.ts';
import { fingerprintOf } from './fingerprint.ts';

export interface TimetableSettings {
  readonly nowMs: number;
  /** IANA zone in which times are told. */
  readonly timezone: string;
  /** Whether posts that are out already are passed over. */
  readonly upcoming: boolean;
}

/** Watches the times of a queue while its posts come. */
export interface Timetable {
  /** Whether the post is to be judged. */
  readonly add: (post: Post) => boolean;
  readonly notices: () => readonly Notice[];
  /** Posts that were passed over. */
  readonly past: () => number;
}

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;

/** More would drown the rest: their number is told. */
const MOST_NOTICES = 50;

interface Queued {
  readonly file: string;
  readonly line: number;
  readonly epochMs: number;
  readonly thread: string | undefined;
  readonly words: string;
}

/** What one account posts, by minute and by words. */
interface Account {
  readonly minutes: Map<number, Queued>;
  readonly words: Map<string, Queued>;
}

/** The posts of one file, as far as their times are known. */
interface FileTimes {
  upcoming: number;
  past: number;
  /** Line of the first that is past. */
  firstPast: number;
}

const accountOf = ({ account = '', networks = [] }: Post): string =>
  JSON.stringify([account.toLowerCase(), ...[...networks].sort()]);

const pastMessage = (count: number, passedOver: boolean): string => {
  const times =
    count === 1 ? 'this post has a time in the past' : `${count} posts have a time in the past`;
  const judged = passedOver ? ` and ${count === 1 ? 'was' : 'were'} not judged` : '';
  return `${times}${judged}: check the date, if ${count === 1 ? 'it is' : 'they are'} still to come`;
};

/** Two posts at one minute, the same words twice within a week, times in the past. */
export const createTimetable = ({ nowMs, timezone, upcoming }: TimetableSettings): Timetable => {
  const accounts = new Map<string, Account>();
  const files = new Map<string, FileTimes>();
  const notices: Notice[] = [];
  let untold = 0;
  let past = 0;

  const note = (kind: NoticeKind, { file, line }: Queued, message: string): void => {
    if (notices.length < MOST_NOTICES) notices.push({ kind, file, line, message });
    else untold += 1;
  };
  /** `queue.csv, line 4`; the line alone where the file is the same. */
  const place = ({ file, line }: Queued, from: Queued): string =>
    file === from.file ? `line ${line}` : `line ${line} of ${file}`;
  /** `10:00 on 2026-11-23`. */
  const clock = ({ epochMs }: Queued): string => {
    const iso = toIso(epochMs, timezone);
    return `${iso.slice(11, 16)} on ${iso.slice(0, 10)}`;
  };

  const queue = (post: Post, epochMs: number): void => {
    const { file, line } = post.origin;
    const one: Queued = { file, line, epochMs, thread: post.thread, words: fingerprintOf(post) };
    const name = accountOf(post);
    const account = accounts.get(name) ?? { minutes: new Map(), words: new Map() };
    accounts.set(name, account);

    const minute = Math.floor(epochMs / MINUTE);
    const beside = account.minutes.get(minute);
    if (!beside) account.minutes.set(minute, one);
    else if (beside.words !== one.words && (!one.thread || beside.thread !== one.thread)) {
      note('same-minute', one, `${clock(one)} is taken by the post on ${place(beside, one)}`);
    }

    const before = account.words.get(one.words);
    account.words.set(one.words, one);
    if (!before || Math.abs(before.epochMs - epochMs) >= WEEK) return;
    // One text at one minute in two files is queued for two profiles.
    if (before.epochMs === epochMs && before.file !== file) return;
    note('duplicate', one, `the same words go out at ${clock(before)} (${place(before, one)})`);
  };

  return {
    add(post) {
      if (post.at.kind !== 'instant') return true;
      const { file, line } = post.origin;
      const times = files.get(file) ?? { upcoming: 0, past: 0, firstPast: line };
      files.set(file, times);
      if (post.at.epochMs >= nowMs) {
        times.upcoming += 1;
        queue(post, post.at.epochMs);
        return true;
      }
      if (times.past === 0) times.firstPast = line;
      times.past += 1;
      if (upcoming) past += 1;
      return !upcoming;
    },
    notices() {
      const pastOnes = [...files]
        // A file in which everything is out already is an archive, and nobody's mistake.
        .filter(([, times]) => times.past > 0 && (upcoming || times.upcoming > 0))
        .map(([file, { past: count, firstPast }]): Notice => ({
          kind: 'past',
          file,
          line: firstPast,
          message: pastMessage(count, upcoming),
        }));
      const last = notices.at(-1);
      const rest = `${untold} more posts share a minute or their words with another`;
      const more = last && untold > 0 ? [{ kind: last.kind, file: last.file, message: rest }] : [];
      return [...notices, ...more, ...pastOnes];
    },
    past: () => past,
  };
};
