/** The only entities that X’s APIs write. */
const ENTITIES = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
] as const;

/** Words as they were typed. `&amp;lt;` stands for `&lt;`, so the ampersand comes last. */
export const unescaped = (text: string): string =>
  text.includes('&')
    ? ENTITIES.reduce((words, [entity, sign]) => words.replaceAll(entity, sign), text)
    : text;

/** A short link as it stands in a text, and what it stands for; null: a picture of the post itself. */
export interface ShortLink {
  readonly short: string;
  readonly long: string | null;
}

/** An address that is longer tells nobody more. */
const LONGEST_LINK = 4000;
const SHORT_LINK = /(\s{0,9})(https?:\/\/t\.co\/\w{1,30})/gu;

/**
 * Short links become what they lead to, and those that stand for the post’s own pictures go: nobody
 * typed either. By their letters, which no two links share: what units v2 counts is not known.
 */
export const withoutShortLinks = (text: string, links: readonly ShortLink[]): string => {
  if (links.length === 0) return text;
  const known = new Map(links.map(({ short, long }) => [short, long]));
  return text.replace(SHORT_LINK, (written: string, space: string, short: string) => {
    const long = known.get(short);
    if (long === undefined || (long?.length ?? 0) > LONGEST_LINK) return written;
    return long === null ? '' : `${space}${long}`;
  });
};

/** The name of the app, which v1.1 writes as a link. */
export const appName = (source: string | undefined): string | undefined =>
  source === undefined
    ? undefined
    : unescaped(/^<a\s[^<>]*>([^<]*)<\/a>$/u.exec(source)?.[1] ?? source);

/** A time in UTC as milliseconds since 1970; undefined: no calendar and no clock has it. */
export const instantOf = (
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | undefined => {
  const ms = Date.UTC(year, month, day, hour, minute, second);
  const date = new Date(ms);
  // What is too much for one part of it would run over into the next.
  const isReal =
    date.getUTCMonth() === month &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second;
  return isReal ? ms : undefined;
};

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const V1_TIME = /^\w{3} (\w{3}) (\d{2}) (\d{2}):(\d{2}):(\d{2}) \+0000 (\d{4})$/u;

/** `Wed Oct 10 20:19:24 +0000 2018`, as milliseconds since 1970. */
export const v1Instant = (written: unknown): number | undefined => {
  const [, month, day, hour, minute, second, year] =
    (typeof written === 'string' && V1_TIME.exec(written)) || [];
  const index = MONTHS.indexOf(month ?? '');
  if (index < 0) return undefined;
  return instantOf(Number(year), index, Number(day), Number(hour), Number(minute), Number(second));
};
