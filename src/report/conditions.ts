import type { AccountKind, Condition, Weekday } from '../core/policy.ts';
import { WEEKDAYS } from '../core/policy.ts';

const ACCOUNTS: Readonly<Record<AccountKind, string>> = {
  school: 'the school’s account',
  department: 'a department’s account',
  class: 'a class’s account',
  personal: 'a personal account',
};

const either = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

const list = <T extends string>(value: T | readonly T[]): readonly T[] =>
  typeof value === 'string' ? [value] : value;

const declared = (
  what: string,
  wanted: boolean | string | readonly string[],
  elsewhere = '',
): string => {
  if (wanted === true) return `${what} is declared${elsewhere}`;
  if (wanted === false) return `no ${what.replace(/^an? /u, '')} is declared${elsewhere}`;
  return `${what} is declared as ${either(list(wanted).map((word) => `“${word}”`))}`;
};

const name = (day: Weekday): string => day.charAt(0).toUpperCase() + day.slice(1);

/** Neighbouring days as a stretch: `Mon to Fri`. */
const days = (chosen: readonly Weekday[]): string => {
  const indexes = WEEKDAYS.flatMap((day, index) => (chosen.includes(day) ? [index] : []));
  const isStretch = indexes.length > 2 && indexes.at(-1)! - indexes[0]! === indexes.length - 1;
  const named = indexes.map((index) => name(WEEKDAYS[index]!));
  return isStretch ? `${named[0]} to ${named.at(-1)}` : either(named);
};

const time = ({ days: on, from, to }: NonNullable<Condition['at']>): string => {
  const clock =
    from && to
      ? [`between ${from} and ${to}`]
      : [...(from ? [`from ${from}`] : []), ...(to ? [`until ${to}`] : [])];
  return ['it goes out', ...(on ? [`on ${days(on)}`] : []), ...clock].join(' ');
};

/** Parameters as a reader of the policy file knows them: `who: child; forms: given, full`. */
export const parameters = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(parameters).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, inner]) => {
      const isNested = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
      return `${key}: ${isNested ? `{ ${parameters(inner)} }` : parameters(inner)}`;
    })
    .join('; ');
};

const isCompound = ({ all = [], any = [], ...rest }: Condition): boolean =>
  all.length > 1 || any.length > 1 || Object.keys(rest).filter((key) => key !== 'with').length > 1;

const grouped = (conditions: readonly Condition[], joint: string): string =>
  conditions
    .map((condition) => {
      const words = inWords(condition);
      return conditions.length > 1 && isCompound(condition) ? `(${words})` : words;
    })
    .join(joint);

/** A condition as half a sentence; every part of it must hold. */
export const inWords = (condition: Condition): string => {
  const { all, any, not, account, reply, media, event, urgent, scheduled, at, check } = condition;
  const { rule, subject, source, author, repost, link, confidence } = condition;
  const sure = confidence === undefined ? '' : ` that is at least ${confidence}`;
  const said: string[] = [];
  if (account) said.push(`it is from ${either(list(account).map((kind) => ACCOUNTS[kind]))}`);
  if (reply !== undefined) said.push(reply ? 'it is a reply' : 'it is not a reply');
  if (media !== undefined) said.push(media ? 'it has a picture' : 'it has no picture');
  if (event !== undefined) said.push(declared('an event', event, ' or in the calendar'));
  if (urgent !== undefined) said.push(declared('an urgent reason', urgent));
  if (scheduled !== undefined) said.push(scheduled ? 'it has a time' : 'it has no time yet');
  if (at) said.push(time(at));
  if (check !== undefined) {
    const given = parameters(condition.with ?? {});
    said.push(`the check ${check}${given === '' ? '' : ` (${given})`} finds something${sure}`);
  }
  if (rule !== undefined) said.push(`the rule ${rule} finds something${sure}`);
  if (subject) said.push(`it is about ${either(list(subject))}`);
  if (source) said.push(`it comes from ${either(list(source))}`);
  if (author) said.push(`it is by ${either(list(author))}`);
  if (repost !== undefined) said.push(repost ? 'it passes on another post' : 'it is no retweet');
  if (link !== undefined) said.push(link ? 'it has a link' : 'it has no link');
  if (all) said.push(grouped(all, ' and '));
  if (any)
    said.push(
      any.length > 1 && said.length > 0 ? `(${grouped(any, ' or ')})` : grouped(any, ' or '),
    );
  if (not) said.push(`it is not so that ${inWords(not)}`);
  return said.filter((words) => words !== '').join(' and ');
};
