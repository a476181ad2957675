import { bareHandle } from '../../core/handle.ts';
import type { Loaded, Problem } from '../../core/problem.ts';
import type { Comment } from '../../core/school.ts';
import { parseTime } from '../../time/parse.ts';
import { readRecords } from './records.ts';

/** Reads what others wrote to the account; times without an offset are of `timezone`. */
export const readComments = (
  text: string,
  file: string,
  timezone: string,
): Loaded<readonly Comment[]> => {
  const { records, problems } = readRecords(text, file, 'comments');
  const wrong: Problem[] = [];
  const value = records.map(({ values, line }): Comment => {
    const { id = '', at, by, text: words, closed } = values;
    const time = at === undefined ? undefined : parseTime(at, timezone);
    if (time && 'error' in time) wrong.push({ file, line, message: time.error });
    return {
      id,
      ...(time && 'epochMs' in time && { atMs: time.epochMs }),
      ...(by !== undefined && { by: bareHandle(by) }),
      ...(words !== undefined && { text: words }),
      ...(closed !== undefined && { closed }),
    };
  });
  return { value, problems: [...problems, ...wrong.slice(0, 10)] };
};
