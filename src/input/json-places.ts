import type { Path, Position } from '../syntax/place.ts';
import { walkJson } from './json-walk.ts';

const isSame = (a: Path, b: Path): boolean =>
  a.length === b.length && a.every((step, index) => step === b[index]);

const isPrefix = (path: Path, whole: Path): boolean =>
  path.length <= whole.length && path.every((step, index) => step === whole[index]);

/** Offset of the value at `path` or of its key, or of the nearest thing round it. */
export const findOffset = (
  text: string,
  start: number,
  wanted: Path,
  what: 'key' | 'value',
): number => {
  let offset = start;
  let deepest = -1;
  walkJson(text, start, (path, valueOffset, keyOffset) => {
    // A key that stands there twice: the last one counts, as in JSON.parse.
    if (path.length < deepest || path.length > wanted.length || !isPrefix(path, wanted)) return;
    deepest = path.length;
    offset = what === 'key' && path.length === wanted.length ? keyOffset : valueOffset;
  });
  return offset;
};

/** Where each item of the list at `path` starts. */
export const itemOffsets = (text: string, list: Path): readonly number[] => {
  const offsets: number[] = [];
  walkJson(text, 0, (path, offset) => {
    if (path.length === list.length + 1 && isSame(path.slice(0, -1), list)) offsets.push(offset);
  });
  return offsets;
};

interface Node {
  readonly value: number;
  readonly key: number;
  inside?: Map<string | number, Node>;
}

const treeOf = (text: string, start: number): Node => {
  const way: Node[] = [];
  walkJson(text, start, (path, value, key) => {
    const depth = path.length;
    const node: Node = { value, key };
    way[depth] = node;
    // A key that stands there twice: the last one counts, as in JSON.parse.
    if (depth > 0) (way[depth - 1]!.inside ??= new Map()).set(path[depth - 1]!, node);
  });
  return way[0]!;
};

/** As `findOffset`, for many questions about the value at `start`: they take one walk together. */
export const createOffsets = (
  text: string,
  start: number,
): ((wanted: Path, what: 'key' | 'value') => number) => {
  let tree: Node | undefined;
  return (wanted, what) => {
    if (wanted.length === 0) return start;
    let node = (tree ??= treeOf(text, start));
    for (const [index, step] of wanted.entries()) {
      const next = node.inside?.get(step);
      if (!next) break;
      node = next;
      if (what === 'key' && index === wanted.length - 1) return node.key;
    }
    return node.value;
  };
};

/** Turns offsets into positions, in time that does not grow with every question. */
export const createPositions = (text: string): ((offset: number) => Position) => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
};
