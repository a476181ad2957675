import { findDamage } from './damage.ts';
import { findOffset } from './json-places.ts';
import { walkJson } from './json-walk.ts';
import { fileName } from './names.ts';
import type { TextSource } from './open-text.ts';
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

/** Longer than any record of a post; what goes on for longer is no list of lines. */
const MOST_LETTERS = 16 * 1024 * 1024;

const TOO_LONG = 'this line is too long for one post: write one JSON object a line';
const NO_POSTS = 'this file holds no posts: write one JSON object a line';

/** The lines of a text that comes a piece at a time; null for one that is too long to be held. */
function* linesIn(pieces: Iterable<string>): Generator<string | null> {
  let parts: string[] = [];
  let length = 0;
  const line = (): string | null => (length > MOST_LETTERS ? null : parts.join(''));
  for (const piece of pieces) {
    let start = 0;
    for (let feed = piece.indexOf('\n'); feed >= 0; feed = piece.indexOf('\n', start)) {
      parts.push(piece.slice(start, feed));
      length += feed - start;
      yield line();
      [parts, length, start] = [[], 0, feed + 1];
    }
    length += piece.length - start;
    if (length <= MOST_LETTERS) parts.push(piece.slice(start));
    else parts = [];
  }
  if (length > 0) yield line();
}

/** One JSON object a line; blank lines are skipped. */
export function* readNdjson(
  source: TextSource,
  file: string,
  { timezone }: InputOptions,
): Generator<Reading> {
  const seen: SeenIds = new Map();
  let record = 0;
  let line = 0;
  for (const written of linesIn(source.pieces())) {
    line += 1;
    if (written !== null && BLANK.test(written)) continue;
    record += 1;
    const damage = source.damage && written !== null ? findDamage(written) : undefined;
    if (damage) {
      yield unread(file, damage.message, { line, column: damage.offset + 1 });
      continue;
    }
    const parsed = written === null ? null : parseLine(written);
    if (written === null || !parsed) {
      yield written === null
        ? unread(file, TOO_LONG, { line, column: 1 })
        : readBroken(written, file, line);
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
  const change = source.findChange();
  if (change) yield { problems: [change] };
  else if (record === 0) yield unread(file, NO_POSTS);
}
