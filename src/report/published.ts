import type { Published } from '../core/post.ts';
import type { Mask } from './mask.ts';
import { masked } from './mask.ts';

/** Farther off lies no day that a date can tell. */
const LAST_MS = 8.64e15;

/** A moment as programs read it; undefined where there is none that a date can tell. */
export const isoOf = (ms: number | undefined): string | undefined =>
  ms === undefined || !(Math.abs(ms) <= LAST_MS) ? undefined : new Date(ms).toISOString();

/** What is known of a post that is out, in the shape that `schema/audit.schema.json` describes. */
export const publishedOf = (published: Published, mask: Mask): object => ({
  kind: published.kind,
  by: published.by && masked(published.by, mask.inLabel(published.by)),
  isCut: published.isCut,
  url: published.url && masked(published.url, mask.inWords(published.url)),
  replyToId: published.replyToId,
  answered: isoOf(published.answeredMs),
  continuesOwn: published.continuesOwn,
  deleted: isoOf(published.deletedMs),
  edits: published.edits,
  community: published.community,
  visibility: published.visibility,
});

const msOf = (written: unknown): number | undefined =>
  typeof written === 'string' ? Date.parse(written) : undefined;

/** What `publishedOf` wrote. */
export const readPublished = (value: Readonly<Record<string, unknown>>): Published => {
  const { answered, deleted, ...rest } = value;
  const [answeredMs, deletedMs] = [msOf(answered), msOf(deleted)];
  return {
    ...(rest as unknown as Published),
    ...(answeredMs !== undefined && { answeredMs }),
    ...(deletedMs !== undefined && { deletedMs }),
  };
};

/** The same with names masked; without its address where that holds one, for nobody could open it. */
export const hiddenPublished = (published: Published, mask: Mask): Published => {
  const { by, url, ...rest } = published;
  const isShown = url !== undefined && mask.inWords(url).length === 0;
  return {
    ...rest,
    ...(by !== undefined && { by: masked(by, mask.inLabel(by)) }),
    ...(isShown && { url }),
  };
};
