import type { ArchiveRecord } from '../archive.ts';
import type { Place } from './place.ts';
import { problemAt } from './place.ts';

const SEVERAL =
  'this file holds posts of more than one account from here on: all of them are judged as the account’s own';

/** Says once where the posts of a second account begin; undefined stands for an author nobody knows. */
export const createAuthors = (): ((
  author: string | undefined,
  place: Place,
) => ArchiveRecord | undefined) => {
  let first: string | undefined;
  let isTold = false;
  return (author, place) => {
    first ??= author;
    if (isTold || author === undefined || author === first) return undefined;
    isTold = true;
    return { problem: problemAt(place, SEVERAL) };
  };
};
