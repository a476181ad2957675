import { compare } from '../../core/compare.ts';
import type { AuditAnswer, AuditedPost } from '../../core/audit.ts';
import { MOST_ITEMS } from '../../core/audit.ts';
import type { Answered } from '../audit.ts';

/** Something that an audit tells of; `rank`: the smaller, the worse. */
export interface Told {
  readonly told: string;
  readonly rank?: number;
  /** Orders what is equally bad, where words would not: an ISO day. */
  readonly key?: string;
  readonly post?: AuditedPost;
}

/** The worst first, then by time, then by words: no two that differ are equal. */
export const worstFirst = (a: Told, b: Told): number =>
  (a.rank ?? 0) - (b.rank ?? 0) ||
  compare(a.key ?? '', b.key ?? '') ||
  compare(a.post?.at ?? '', b.post?.at ?? '') ||
  compare(a.told, b.told) ||
  compare(JSON.stringify(a.post ?? ''), JSON.stringify(b.post ?? ''));

const capitalised = (sentence: string): string =>
  sentence.slice(0, 1).toUpperCase() + sentence.slice(1);

const item = ({ told, post }: Told): AuditAnswer['items'][number] => ({
  told: capitalised(told),
  ...(post && { post }),
});

/** An answer with what was seen, as much of it as a report holds. */
export const answer = (
  status: Answered['status'],
  told: string,
  items: readonly Told[] = [],
  count = items.length,
): Answered => ({
  status,
  told,
  items: [...items].sort(worstFirst).slice(0, MOST_ITEMS).map(item),
  count,
});

export const kept = (told: string): Answered => answer('kept', told);
export const notCheckable = (told: string): Answered => answer('not-checkable', told);

/** The worst of many, without keeping all. */
interface Worst {
  add(one: Told): void;
  /** In order. */
  items(): readonly Told[];
  /** How many were added. */
  count(): number;
}

/** In which order they come changes nothing. */
export const createWorst = (): Worst => {
  let items: Told[] = [];
  let count = 0;
  const cut = (): void => {
    items = items.sort(worstFirst).slice(0, MOST_ITEMS);
  };
  return {
    add(one: Told): void {
      count += 1;
      items.push(one);
      if (items.length >= 4 * MOST_ITEMS) cut();
    },
    items(): readonly Told[] {
      cut();
      return items;
    },
    count: () => count,
  };
};
