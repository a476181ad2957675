import { findList } from './list.ts';
import { fileName } from './names.ts';
import type { InputOptions, Reading } from './reading.ts';
import { unread } from './reading.ts';
import type { SeenIds } from './record.ts';
import { readRecord } from './record.ts';

/** Posts in a YAML list, or in a list under `posts`. */
export async function* readPostsYaml(
  text: string,
  file: string,
  { timezone }: InputOptions,
): AsyncGenerator<Reading> {
  const { parseYaml } = await import('../syntax/yaml.ts');
  const source = parseYaml(text, file);
  const [first, ...others] = source.problems;
  // A mistake in the notation may shift what stands where: none of the posts can be trusted.
  if (first) return yield { problems: [first, ...others] };
  const list = findList(source.value);
  if ('message' in list) return yield unread(file, list.message, source.placeOf(list.path));
  const seen: SeenIds = new Map();
  for (const [index, value] of list.items.entries()) {
    const way = [...list.path, index];
    yield readRecord(
      {
        value,
        origin: { file, line: source.placeOf(way).line, record: index + 1 },
        defaultId: `${fileName(file)}#${index + 1}`,
        defaultTime: { kind: 'unscheduled' },
        timezone,
        strictness: 'data',
        placeOf: (path, what) =>
          what === 'key' ? source.placeOfKey([...way, ...path]) : source.placeOf([...way, ...path]),
      },
      seen,
    );
  }
}
