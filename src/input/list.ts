import type { Path } from '../syntax/place.ts';
import { isMapping } from '../syntax/plain-data.ts';

/** The posts of a file and the way to them, or what is wrong with its outermost value. */
export type PostList =
  | { readonly items: readonly unknown[]; readonly path: Path }
  | { readonly message: string; readonly path: Path };

/** A file is a list of posts, or a mapping with a list of posts under `posts`. */
export const findList = (value: unknown): PostList => {
  const isBare = Array.isArray(value);
  const path: Path = isBare ? [] : ['posts'];
  const items: unknown = !isBare && isMapping(value) ? value['posts'] : value;
  if (Array.isArray(items)) {
    return items.length > 0 ? { items, path } : { message: 'this file holds no posts', path };
  }
  return { message: 'this file must be a list of posts, or hold one under “posts”', path };
};
