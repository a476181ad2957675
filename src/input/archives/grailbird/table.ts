import type { ArchiveRecord } from '../archive.ts';
import type { ArchiveFiles } from '../files.ts';
import { fileIn, whyUnread } from '../networks/place.ts';
import type { Place } from '../networks/place.ts';
import { decodePiece, piecesOf } from '../pieces.ts';
import type { TweetContext } from '../x/tweet.ts';
import { readTweet } from '../x/tweet.ts';
import { readRows } from '../../table/rows.ts';
import { joined, uncutLength } from '../../utf8.ts';

/** Held whole: a hundred thousand posts are 25 MB. */
const MOST_BYTES = 512 * 1024 * 1024;
const TOO_LARGE = 'this table is too large: give the folder data/js of the archive beside it';
const NO_COLUMNS = 'this table has no columns tweet_id, timestamp and text';
const SHORT_ROW = 'this row has fewer cells than the table has headings';

/** Rows from before then have a day and midnight for the time, which nobody knew any more. */
const TIMES_SINCE = Date.UTC(2010, 10, 5);
const MIDNIGHT = /^(\d{4})-(\d{2})-(\d{2}) 00:00:00 \+0000$/u;

const noTimes = (count: number): string =>
  `${count === 1 ? '1 post' : `${count} posts`} of before November 2010 came without the time of day: no rule about times judges ${count === 1 ? 'it' : 'them'}`;

const isTimeless = (timestamp: string): boolean => {
  const found = MIDNIGHT.exec(timestamp);
  return found !== null && Date.UTC(+found[1]!, +found[2]! - 1, +found[3]!) < TIMES_SINCE;
};

const SHORT_LINK = /https?:\/\/t\.co\/\w{1,20}/gu;
const OWN_PICTURE =
  /^https?:\/\/(?:www\.)?(?:twitter|x)\.com\/\w+\/status\/\d+\/(?:photo|video)\/\d+$/u;

/** Links in the order of the text, as entities: addresses may hold commas, so the sums must agree. */
const linksOf = (text: string, expanded: string): readonly object[] => {
  const short = text.match(SHORT_LINK) ?? [];
  const long = expanded
    .split(/,(?=https?:\/\/)/u)
    .map((link) => (OWN_PICTURE.test(link) ? '' : link));
  if (short.length !== long.length) return [];
  return short.map((url, index) => ({ url, expanded_url: long[index], indices: [] }));
};

const asTweet = (cell: (name: string) => string): Readonly<Record<string, unknown>> => ({
  id_str: cell('tweet_id'),
  created_at: cell('timestamp'),
  source: cell('source'),
  text: cell('text'),
  entities: { urls: linksOf(cell('text'), cell('expanded_urls')) },
  in_reply_to_status_id_str: cell('in_reply_to_status_id'),
  in_reply_to_user_id_str: cell('in_reply_to_user_id'),
  // Tables know numbers alone; an answer begins with the name.
  in_reply_to_screen_name:
    cell('in_reply_to_user_id') === '' ? '' : (/^@(\w{1,30})/u.exec(cell('text'))?.[1] ?? ''),
});

/** The text of a table, a piece at a time; or why there is no more. */
const textPieces = async (
  files: ArchiveFiles,
  path: string,
): Promise<{ readonly pieces: readonly string[]; readonly damage?: string }> => {
  const pieces: string[] = [];
  let rest: Uint8Array = new Uint8Array();
  let length = 0;
  for await (const piece of piecesOf(files, path)) {
    if (!(piece instanceof Uint8Array)) return { pieces, damage: piece.damage };
    length += piece.length;
    if (length > MOST_BYTES) return { pieces: [], damage: TOO_LARGE };
    const all = joined(rest, piece);
    const whole = uncutLength(all);
    rest = all.slice(whole);
    pieces.push(decodePiece(all.subarray(0, whole), files.decode).text);
  }
  return { pieces };
};

/** The posts of `tweets.csv`. */
export async function* tableRecords(
  files: ArchiveFiles,
  path: string,
  context: TweetContext,
): AsyncGenerator<ArchiveRecord> {
  const file = fileIn(files, path);
  const { pieces, damage } = await textPieces(files, path);
  let columns: readonly string[] | undefined;
  let timeless = 0;
  for (const row of readRows(pieces, { delimiter: ',' })) {
    if ('message' in row) {
      yield { unread: { file, ...row } };
      continue;
    }
    if (!columns) {
      columns = row.cells;
      if (['tweet_id', 'timestamp', 'text'].every((name) => columns?.includes(name))) continue;
      return yield { problem: { file, line: row.line, message: NO_COLUMNS } };
    }
    const { cells, line } = row;
    const place: Place = { file, line, record: row.record - 1 };
    if (cells.length < columns.length) {
      yield { unread: whyUnread(place, SHORT_ROW) };
      continue;
    }
    const at = columns;
    const tweet = asTweet((name) => cells[at.indexOf(name)] ?? '');
    const hasNoTime = isTimeless(String(tweet['created_at']));
    const read = readTweet(tweet, place, context);
    if ('unread' in read) {
      yield read;
      continue;
    }
    if (hasNoTime) timeless += 1;
    else for (const problem of read.problems) yield { problem };
    yield { post: hasNoTime ? { ...read.post, at: { kind: 'unscheduled' } } : read.post };
  }
  if (damage !== undefined) yield { problem: { file, message: damage } };
  if (timeless > 0) yield { notice: { kind: 'archive', file, message: noTimes(timeless) } };
}
