import type { Node, Pair, Scalar } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Path } from './place.ts';
import { startsWith } from './yaml-words.ts';

const MAX_ALIASES = 10;
/** Counted with what aliases repeat. */
const MAX_NODES = 200_000;
const MAX_DEPTH = 64;

/** A mistake at an offset of the text. */
export interface Fault {
  readonly offset: number;
  readonly message: string;
  /** Whether what was read from there on may be wrong. */
  readonly isBroken?: boolean;
}

/** A file's nodes as plain data, and the way back from data to offsets. */
export interface ReadNodes {
  readonly value: unknown;
  readonly faults: readonly Fault[];
  /** Of what stands at `path`, or of the nearest thing round it. */
  offsetOf(path: Path, what: 'key' | 'value'): number;
}

const startOf = (node: Node): number => node.range?.[0] ?? 0;

const keyOf = ({ key }: Pair<unknown, unknown>): string => (isScalar(key) ? String(key.value) : '');

const readScalar = ({ value }: Scalar): unknown =>
  typeof value === 'bigint' ? Number(value) : value;

/** Reads a document's nodes; `null` contents are an empty file. */
export const readNodes = (contents: Node | null): ReadNodes => {
  const faults: Fault[] = [];
  const anchors = new Map<string, Node>();
  const open = new Set<Node>();
  const targets = new Map<Node, Node>();
  let aliases = 0;
  let nodes = 0;

  const fault = (node: Node, message: string): void => {
    faults.push({ offset: startOf(node), message });
  };

  /** Given up: nothing more is read. */
  const exhausted = (node: Node, message: string): null => {
    faults.push({ offset: startOf(node), message, isBroken: true });
    nodes = Infinity;
    return null;
  };

  const readAlias = (alias: Node, name: string, depth: number): unknown => {
    const written = `*${name}`;
    const target = anchors.get(name);
    if (!target) {
      fault(alias, startsWith('*'));
      return written;
    }
    if (open.has(target)) return exhausted(alias, 'this part repeats itself without end');
    aliases += 1;
    if (aliases > MAX_ALIASES) {
      return exhausted(alias, `at most ${MAX_ALIASES} places may repeat another with *`);
    }
    targets.set(alias, target);
    return read(target, depth);
  };

  const readPairs = (pairs: readonly Pair<unknown, unknown>[], depth: number): object => {
    const object: Record<string, unknown> = {};
    for (const pair of pairs) {
      const key = keyOf(pair);
      const at = pair.key as Node;
      if (Object.hasOwn(object, key)) fault(at, `“${key}” stands here twice: keep one`);
      else if (key === '__proto__' || key === '<<') fault(at, `“${key}” cannot be used as a key`);
      else object[key] = pair.value === null ? null : read(pair.value as Node, depth + 1);
    }
    return object;
  };

  const read = (node: Node, depth: number): unknown => {
    if (nodes === Infinity) return null;
    nodes += 1;
    if (nodes > MAX_NODES || depth > MAX_DEPTH) {
      return exhausted(node, 'the file is too big or nested too deeply to be read');
    }
    if (isAlias(node)) return readAlias(node, node.source, depth);
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    if (isScalar(node)) return readScalar(node);
    open.add(node);
    const value = isSeq(node)
      ? node.items.map((item) => read(item as Node, depth + 1))
      : readPairs(node.items, depth);
    open.delete(node);
    return value;
  };

  const value = contents === null ? null : read(contents, 0);
  return {
    value,
    faults,
    offsetOf(path, what) {
      let node = contents;
      let offset = node ? startOf(node) : 0;
      for (const [index, step] of path.entries()) {
        if (node && isAlias(node)) node = targets.get(node) ?? null;
        if (isSeq(node)) {
          node = (node.items[Number(step)] as Node | undefined) ?? null;
          if (!node) return offset;
          offset = startOf(node);
          continue;
        }
        if (!isMap(node)) return offset;
        const pair: Pair<unknown, unknown> | undefined = node.items.find(
          (one) => keyOf(one) === String(step),
        );
        if (!pair) return offset;
        const isLast = index === path.length - 1;
        node = (pair.value as Node | null) ?? null;
        // An empty value has no place of its own that anybody could see.
        const isEmpty = !node || (isScalar(node) && node.value === null && !node.source);
        offset = (isLast && what === 'key') || isEmpty ? startOf(pair.key as Node) : startOf(node!);
      }
      return offset;
    },
  };
};
