import { POST_KEYS } from './post-keys.ts';

/** How sure we are that lines are keys of a post: sure, only if fenced on purpose, or not at all. */
export type KeyLikeness = 'keys' | 'perhaps' | 'text';

const KEY_LINE = /^["']?([A-Za-z_][\w-]{0,40})["']?[ \t]*:(?:[ \t]|$)/u;
/** A comment, a list item, or part of the value above. */
const BELONGS_TO_KEY = /^(?:#|[ \t]|-(?:[ \t]|$))/u;
const TIME_LINE = /^at[ \t]*:[ \t]*["']?(?:\d{4}-|null\b|~)/iu;
/** Keys that start no sentence; “event: sports day” may well be a post. */
const TECHNICAL_LINE = /^(?:account|replyTo|reply_to|media|id)[ \t]*:/u;

const keyOn = (line: string): string | undefined => KEY_LINE.exec(line)?.[1];

const isBlank = (line: string): boolean => line.trim() === '';

/** Whether a line starts with one of our keys, or what looks like a slip of one. */
const isOurKey = (line: string): boolean => {
  const key = keyOn(line);
  if (key === undefined) return false;
  if (POST_KEYS.find(key) !== undefined || TIME_LINE.test(line)) return true;
  return /^[a-z]/u.test(key) && POST_KEYS.near(key).length > 0;
};

/** What lines between two `---` are: keys of a post, or a post of their own. */
export const keyLikeness = (lines: readonly string[]): KeyLikeness => {
  const written = lines.filter((line) => !isBlank(line));
  if (written.length === 0) return 'text';
  if (written.every((line) => line.startsWith('#'))) return 'perhaps';
  const keys = written.filter((line) => keyOn(line) !== undefined);
  const isAllKeys =
    keyOn(written.find((line) => !line.startsWith('#'))!) !== undefined &&
    written.every((line) => keyOn(line) !== undefined || BELONGS_TO_KEY.test(line));
  const ours = keys.filter(isOurKey);
  if (isAllKeys && ours.some((line) => keyOn(line) !== 'text')) return 'keys';
  const isLowerCase = keys.every((line) => /^["']?[a-z_]/u.test(line));
  return (isAllKeys && isLowerCase) || ours.length * 2 >= written.length ? 'perhaps' : 'text';
};

/** A time with its colon forgotten. */
const BARE_TIME_LINE = /^at[ \t]+\d{4}-/u;

/** A key as somebody types it who has seen none: perhaps indented. */
const isMeantAsKey = (line: string): boolean => {
  const written = line.trimStart();
  return keyOn(written) !== undefined || BARE_TIME_LINE.test(written);
};

/** Whether lines between two `---` on top of a file were meant as keys, however mistyped. */
export const isMeantAsKeys = (lines: readonly string[]): boolean => {
  const written = lines.filter((line) => !isBlank(line));
  return written.length > 0 && written.every(isMeantAsKey);
};

/** Whether a post starts with keys that no `---` closes: at least two, or one that starts no sentence. */
export const startsWithKeys = (lines: readonly string[]): boolean => {
  const end = lines.findIndex((line) => keyOn(line) === undefined && !BELONGS_TO_KEY.test(line));
  const run = end < 0 ? lines : lines.slice(0, end);
  const ours = run.filter(isOurKey);
  return (
    ours.length > 0 &&
    ours[0] === run[0] &&
    (ours.length > 1 || TIME_LINE.test(ours[0]!) || TECHNICAL_LINE.test(ours[0]!))
  );
};
