import { instantOf, v1Instant } from '../networks/x-words.ts';

/** The first message on what is X today went out on 21 March 2006. */
const FIRST_MS = Date.UTC(2006, 2, 21);
const DAY_MS = 86_400_000;

const NO_TIME = 'when this post went out cannot be read';
const BEFORE = 'this post says that it went out before there was such a network';
const AFTER = 'this post says that it went out after the archive was made';
const OTHER = 'when this post says that it went out is not when its number was given out';

const NO_DELETION = 'when this post was deleted cannot be read: it counts as deleted';

const BY_ID = ': it is judged at the time that its number tells';
const WITHOUT = ': no rule about times judges it';

const OLD_TIME = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2}) \+0000$/u;

/** `2014-10-31 11:42:57 +0000`, as archives had it until 2019. */
const oldInstant = (written: unknown): number | undefined => {
  const found = typeof written === 'string' ? OLD_TIME.exec(written) : null;
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map(Number);
  return instantOf(year, month - 1, day, hour, minute, second);
};

/** A time as X has written it in either kind of archive; milliseconds since 1970. */
export const writtenInstant = (written: unknown): number | undefined =>
  v1Instant(written) ?? oldInstant(written);

/** When a post went out. */
export interface Believed {
  /** Milliseconds since 1970 UTC, in whole seconds; undefined: nobody knows. */
  readonly ms: number | undefined;
  readonly mistake?: string;
}

/**
 * A post’s time as far as it can be believed. Its id holds the moment in which it was given out, which
 * nobody can have mistyped.
 */
export const believable = (
  writtenMs: number | undefined,
  idMs: number | undefined,
  exportedMs: number | undefined,
): Believed => {
  const findMistake = (ms: number | undefined): string | undefined => {
    if (ms === undefined || Number.isNaN(ms)) return NO_TIME;
    if (ms < FIRST_MS) return BEFORE;
    if (exportedMs !== undefined && ms > exportedMs + DAY_MS) return AFTER;
    return undefined;
  };
  const isOther =
    writtenMs !== undefined && idMs !== undefined && Math.abs(writtenMs - idMs) > DAY_MS;
  const mistake = findMistake(writtenMs) ?? (isOther ? OTHER : undefined);
  if (mistake === undefined) return { ms: writtenMs };
  const byId = findMistake(idMs) === undefined ? idMs : undefined;
  return byId === undefined
    ? { ms: undefined, mistake: `${mistake}${WITHOUT}` }
    : { ms: Math.floor(byId / 1000) * 1000, mistake: `${mistake}${BY_ID}` };
};

/**
 * When a post was taken down that is said to have been. Where that cannot be read, the archive’s own
 * time is the last that it can have been.
 */
export const deletion = (
  writtenMs: number | undefined,
  postedMs: number | undefined,
  exportedMs: number | undefined,
): { readonly ms: number; readonly mistake?: string } =>
  writtenMs === undefined
    ? { ms: exportedMs ?? postedMs ?? FIRST_MS, mistake: NO_DELETION }
    : { ms: writtenMs };
