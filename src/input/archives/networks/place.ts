import type { Origin } from '../../../core/post.ts';
import type { Problem } from '../../../core/problem.ts';
import { fileName } from '../../names.ts';
import type { ArchiveFiles } from '../files.ts';

/** What reports call a file of an archive. */
export const fileIn = ({ name, paths }: ArchiveFiles, path: string): string =>
  paths.length === 1 && fileName(name) === fileName(path) ? name : `${name}/${path}`;

/** Where a record stands. */
export type Place = Pick<Origin, 'file' | 'line' | 'record'>;

/** What is wrong with a record that is read all the same: files may hold all records on one line. */
export const problemAt = ({ file, line, record }: Place, message: string): Problem => ({
  file,
  line,
  message: `record ${record}: ${message}`,
});

/** Why a record could not be read. `column`: where in its line. */
export const whyUnread = (
  { file, line, record }: Place,
  message: string,
  column?: number,
): Problem => ({
  file,
  line,
  ...(column !== undefined && { column }),
  message: `record ${record} could not be read: ${message}`,
});
