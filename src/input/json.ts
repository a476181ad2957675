import type { Path } from '../syntax/place.ts';
import { createPositions, findOffset, itemOffsets } from './json-places.ts';
import { walkJson } from './json-walk.ts';
import { findList } from './list.ts';
import { fileName } from './names.ts';
import type { InputOptions, Reading } from './reading.ts';
import { unread } from './reading.ts';
import type { SeenIds } from './record.ts';
import { readRecord } from './record.ts';

const parse = (text: string): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
};

const readBroken = (text: string, file: string): Reading => {
  const error = walkJson(text, 0, () => undefined);
  const place = createPositions(text)(error?.offset ?? 0);
  return unread(file, error?.message ?? 'this file is no JSON', place);
};

/** Posts in a JSON list, or in a list under `posts`. */
export function* readJson(
  text: string,
  file: string,
  { timezone }: InputOptions,
): Generator<Reading> {
  const parsed = parse(text);
  if (!parsed) return yield readBroken(text, file);
  const positionOf = createPositions(text);
  const list = findList(parsed.value);
  if ('message' in list) {
    const place = positionOf(findOffset(text, 0, list.path, 'value'));
    return yield unread(file, list.message, place);
  }
  const offsets = itemOffsets(text, list.path);
  const seen: SeenIds = new Map();
  for (const [index, value] of list.items.entries()) {
    const start = offsets[index]!;
    yield readRecord(
      {
        value,
        origin: { file, line: positionOf(start).line, record: index + 1 },
        defaultId: `${fileName(file)}#${index + 1}`,
        defaultTime: { kind: 'unscheduled' },
        timezone,
        strictness: 'data',
        placeOf: (path: Path, what) => positionOf(findOffset(text, start, path, what)),
      },
      seen,
    );
  }
}
