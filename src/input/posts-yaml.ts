import { isMapping } from '../syntax/plain-data.ts';
import type { YamlSource } from '../syntax/yaml.ts';
import { findList } from './list.ts';
import type { InputOptions, Reading } from './reading.ts';
import type { PlacesOf } from './value-places.ts';

/** A mistake in the notation may shift what stands where: posts that end above it can be trusted. */
const trusted = ({ value, problems, placeOf, brokenFrom }: YamlSource): unknown => {
  const { items, path } = findList(value);
  if (problems.length === 0 || !items) return value;
  const end = Math.min(...problems.map(({ line }) => line ?? Infinity), brokenFrom ?? Infinity);
  const isAbove = (_: unknown, index: number): boolean =>
    index + 1 < items.length && placeOf([...path, index + 1]).line <= end;
  const above = items.filter(isAbove);
  return isMapping(value) ? { posts: above } : above;
};

/** Posts in a YAML list, or in a list under `posts`; or in what a scheduler keeps. */
export async function* readPostsYaml(
  text: string,
  file: string,
  options: InputOptions,
): AsyncGenerator<Reading> {
  const { parseYaml } = await import('../syntax/yaml.ts');
  const { readPostsValue } = await import('./posts-value.ts');
  const source = parseYaml(text, file);
  const [first, ...others] = source.problems;
  const placesOf: PlacesOf = (record) => (path, what) => {
    const way = [...record, ...path];
    return what === 'key' ? source.placeOfKey(way) : source.placeOf(way);
  };
  yield* readPostsValue(trusted(source), file, options, placesOf, !first);
  if (first) yield { problems: [first, ...others] };
}
