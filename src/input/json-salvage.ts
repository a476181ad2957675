import type { JsonError } from './json-walk.ts';
import { walkJson } from './json-walk.ts';

/** What could be read of a JSON text that is cut short or broken. */
export interface Salvaged {
  /** The outermost list or mapping, and the list inside it that broke, without what is incomplete. */
  readonly value: unknown;
  readonly error: JsonError;
}

type Span = readonly [start: number, end: number];

const LISTS_OPEN = '[';

/** Null: the text is no broken JSON. */
export const salvageJson = (text: string): Salvaged | null => {
  const starts: number[] = [];
  const members = new Map<string | number, Span>();
  let items: Span[] = [];
  let open: string | number | undefined;
  const error = walkJson(
    text,
    0,
    (path, offset) => {
      if (path.length > 2) return;
      starts[path.length] = offset;
      if (path.length === 1) [open, items] = [path[0], []];
    },
    (path, end) => {
      if (path.length === 1) members.set(path[0]!, [starts[1]!, end]);
      if (path.length === 1) open = undefined;
      if (path.length === 2) items.push([starts[2]!, end]);
    },
  );
  if (!error) return null;
  const read = ([start, end]: Span): unknown => JSON.parse(text.slice(start, end));
  const isList = (offset: number | undefined): boolean => text[offset ?? -1] === LISTS_OPEN;
  if (isList(starts[0])) return { value: [...members.values()].map(read), error };
  const known = [...members].map(([key, span]) => [key, read(span)] as const);
  const rest = open !== undefined && isList(starts[1]) ? [[open, items.map(read)] as const] : [];
  return { value: Object.fromEntries([...known, ...rest]), error };
};
