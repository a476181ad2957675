import { findDamage } from './damage.ts';
import { findOffset } from './json-places.ts';
import { walkJson } from './json-walk.ts';
import { createLineSplitter } from './line-splitter.ts';
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

const TOO_LONG = 'this line is too long for one post: write one JSON object a line';
const NO_POSTS = 'this file holds no posts: write one JSON object a line';

/** Reads the posts of a file a line after the other. */
export interface LineReader {
  /** Undefined: the line is blank. Null stands for a line that is too long to be held. */
  read(written: string | null, isDamaged: boolean): Reading | undefined;
  /** What is to be said once all lines were read. */
  end(): Reading | undefined;
}

export interface LineReaderOptions extends Pick<InputOptions, 'timezone'> {
  /**
   * Each line for itself: what stands on others changes nothing and is not kept. A post without an id
   * has an empty one.
   */
  readonly isAlone?: boolean;
}

export const createLineReader = (
  file: string,
  { timezone, isAlone = false }: LineReaderOptions,
): LineReader => {
  const seen: SeenIds = new Map();
  let record = 0;
  let line = 0;
  return {
    read(written, isDamaged) {
      line += 1;
      if (written !== null && BLANK.test(written)) return undefined;
      record += 1;
      if (written === null) return unread(file, TOO_LONG, { line, column: 1 });
      const damage = isDamaged ? findDamage(written) : undefined;
      if (damage) return unread(file, damage.message, { line, column: damage.offset + 1 });
      const parsed = parseLine(written);
      if (!parsed) return readBroken(written, file, line);
      const here = line;
      return readRecord(
        {
          value: parsed.value,
          origin: { file, line, record },
          defaultId: isAlone ? '' : `${fileName(file)}#${record}`,
          defaultTime: { kind: 'unscheduled' },
          timezone,
          strictness: 'data',
          placeOf: (path, what) => ({
            line: here,
            column: findOffset(written, 0, path, what) + 1,
          }),
        },
        isAlone ? new Map() : seen,
      );
    },
    end: () => (record === 0 ? unread(file, NO_POSTS) : undefined),
  };
};

function* linesIn(pieces: Iterable<string>): Generator<string | null> {
  const splitter = createLineSplitter();
  for (const piece of pieces) yield* splitter.add(piece);
  const last = splitter.end();
  if (last !== undefined) yield last;
}

/** One JSON object a line; blank lines are skipped. */
export function* readNdjson(
  source: TextSource,
  file: string,
  options: InputOptions,
): Generator<Reading> {
  const reader = createLineReader(file, options);
  for (const written of linesIn(source.pieces())) {
    const reading = reader.read(written, source.damage !== undefined);
    if (reading) yield reading;
  }
  const change = source.findChange();
  if (change) return yield { problems: [change] };
  const end = reader.end();
  if (end) yield end;
}
