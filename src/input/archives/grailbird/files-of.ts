import { fileName } from '../../names.ts';
import type { ArchiveFiles } from '../files.ts';

/** What of an old X archive is read. */
export interface GrailbirdFiles {
  /** One for each month, the first first. */
  readonly months: readonly string[];
  readonly user?: string;
  /** The same posts once more with less to them; read where there is nothing better. */
  readonly table?: string;
}

const MONTH = /(?:^|\/)data\/js\/tweets\/\d{4}_\d{2}\.js$/iu;
const USER = /(?:^|\/)data\/js\/user_details\.js$/iu;
const TABLE = /(?:^|\/)tweets\.csv$/iu;

const MONTH_START = /^\s*Grailbird\.data\.tweets_\d{4}_\d{2}\s*=/u;
export const TABLE_START =
  /^"?tweet_id"?,"?in_reply_to_status_id"?,"?in_reply_to_user_id"?,"?timestamp"?,/u;

type Head = (path: string) => Promise<string>;

/** The one nearest to the top. */
const highest = (paths: readonly string[]): string | undefined =>
  [...paths].sort((a, b) => a.split('/').length - b.split('/').length)[0];

const findAlone = async (path: string, head: Head): Promise<GrailbirdFiles | undefined> => {
  const beginning = await head(path);
  if (MONTH_START.test(beginning)) return { months: [path] };
  return TABLE_START.test(beginning) ? { months: [], table: path } : undefined;
};

/** Finds the files by the ends of their paths; one that stands alone may be called anything. */
export const grailbirdFilesIn = async (
  { paths }: ArchiveFiles,
  head: Head,
): Promise<GrailbirdFiles | undefined> => {
  const [only, second] = paths;
  if (only !== undefined && second === undefined) return findAlone(only, head);
  const months = paths.filter((path) => MONTH.test(path));
  const user = highest(paths.filter((path) => USER.test(path)));
  const table = highest(paths.filter((path) => TABLE.test(path)));
  const hasTable = table !== undefined && TABLE_START.test(await head(table));
  if (months.length === 0 && !hasTable) return undefined;
  return {
    months: [...months].sort((a, b) => (fileName(a) < fileName(b) ? -1 : 1)),
    ...(user !== undefined && { user }),
    ...(hasTable && { table }),
  };
};
