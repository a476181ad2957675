import { findOffset } from './json-places.ts';
import { walkJson } from './json-walk.ts';
import { fileName } from './names.ts';
import type { InputOptions, Reading } from './reading.ts';
import { unread } from './reading.ts';
import type { SeenIds } from './record.ts';
import { readRecord } from './record.ts';

const BLANK = /^\s*$/u;

/** The value on a line, or where it is broken. */
const parseLine = (text: string): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
};

const readBroken = (text: string, file: string, line: number): Reading => {
  const error = walkJson(text, 0, () => undefined);
  const message = error?.message ?? 'this line is no JSON';
  return unread(file, message, { line, column: (error?.offset ?? 0) + 1 });
};

/** One JSON object a line; blank lines are skipped. */
export function* readNdjson(
  text: string,
  file: string,
  { timezone }: InputOptions,
): Generator<Reading> {
  const seen: SeenIds = new Map();
  let record = 0;
  let line = 0;
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const written = text.slice(start, end);
    start = end + 1;
    line += 1;
    if (BLANK.test(written)) continue;
    record += 1;
    const parsed = parseLine(written);
    if (!parsed) {
      yield readBroken(written, file, line);
      continue;
    }
    const here = line;
    yield readRecord(
      {
        value: parsed.value,
        origin: { file, line, record },
        defaultId: `${fileName(file)}#${record}`,
        defaultTime: { kind: 'unscheduled' },
        timezone,
        strictness: 'data',
        placeOf: (path, what) => ({
          line: here,
          column: findOffset(written, 0, path, what) + 1,
        }),
      },
      seen,
    );
  }
  if (record === 0) yield unread(file, 'this file holds no posts: write one JSON object a line');
}
