import type { Origin } from '../../../core/post.ts';
import { fileName } from '../../names.ts';
import type { ArchiveFiles } from '../files.ts';

/** What reports call a file of an archive. */
export const fileIn = ({ name, paths }: ArchiveFiles, path: string): string =>
  paths.length === 1 && fileName(name) === fileName(path) ? name : `${name}/${path}`;

/** Where a record stands. */
export type Place = Pick<Origin, 'file' | 'line' | 'record'>;
