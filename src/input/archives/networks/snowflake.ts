/** X’s own epoch, 4 November 2010: milliseconds since 1970 (its open-sourced id generator). */
const X_EPOCH = 1_288_834_974_657;
/** Ids were plain numbers before; the first one that holds a time is far above the last of them. */
const FIRST_X = 29_700_859_247n;

/** When a post on X went out, by its id. */
export const xIdMs = (id: string | undefined): number | undefined => {
  if (id === undefined || !/^\d{11,19}$/u.test(id)) return undefined;
  const number = BigInt(id);
  return number < FIRST_X ? undefined : Number(number >> 22n) + X_EPOCH;
};

/** When a post on Mastodon was written, by its id: milliseconds above 16 bits of a counter. */
export const mastodonIdMs = (id: string | undefined): number | undefined =>
  id !== undefined && /^\d{17,19}$/u.test(id) ? Number(BigInt(id) >> 16n) : undefined;

const TID_LETTERS = '234567abcdefghijklmnopqrstuvwxyz';

/** When a record on Bluesky was written, by its key: microseconds above 10 bits of a clock’s name. */
export const tidMs = (key: string | undefined): number | undefined => {
  if (key === undefined || !/^[2-7a-j][2-7a-z]{12}$/u.test(key)) return undefined;
  let number = 0n;
  for (const letter of key) number = number * 32n + BigInt(TID_LETTERS.indexOf(letter));
  return Number((number >> 10n) / 1000n);
};
