import type { Problem } from '../../core/problem.ts';
import { groupBy } from '../../core/group-by.ts';

/** Why a file of an archive is not read. The sentence follows its path, or `3 files, the first …,`. */
const REASONS = {
  link: ['is a link to a file elsewhere and was not followed', 'are links and were not followed'],
  deep: [
    'lies too many folders deep and was not read',
    'lie too many folders deep and were not read',
  ],
  outside: [
    'would lie outside the archive and was not read: this zip was made to do harm',
    'would lie outside the archive and were not read: this zip was made to do harm',
  ],
  special: ['is no plain file and was not read', 'are no plain files and were not read'],
  locked: [
    'is locked with a password: unpack the archive with the password and give the folder',
    'are locked with a password: unpack the archive with the password and give the folder',
  ],
  packed: [
    'is packed in a way that cannot be read here: unpack the archive and give the folder',
    'are packed in a way that cannot be read here: unpack the archive and give the folder',
  ],
  overlap: [
    'shares its bytes with another file and was not read: this zip was made to do harm',
    'share their bytes with other files and were not read: this zip was made to do harm',
  ],
  twice: [
    'stands in this zip more than once, so nobody can tell which is meant: none was read',
    'stand in this zip more than once, so nobody can tell which are meant: none was read',
  ],
  broken: ['could not be found in this zip', 'could not be found in this zip'],
} as const;

export interface Refused {
  readonly path: string;
  readonly why: keyof typeof REASONS;
}

/** Paths of an archive are not ours: what a terminal would obey is shown as what it is. */
const shown = (path: string): string => JSON.stringify(path).slice(1, -1).slice(0, 200);

/** One problem for each reason, however many files there are. */
export const problemsOf = (
  file: string,
  refused: readonly Refused[],
  container: 'zip' | 'tar' = 'zip',
): readonly Problem[] =>
  [...groupBy(refused, ({ why }) => why)].map(([why, all]) => {
    const [one, several] = REASONS[why as Refused['why']].map((reason) =>
      reason.replace('this zip', `this ${container}`),
    );
    const first = shown(all[0]!.path);
    const message =
      all.length === 1 ? `${first} ${one}` : `${all.length} files, the first ${first}, ${several}`;
    return { file, message };
  });
