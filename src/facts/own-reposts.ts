import type { Document } from '../document/document.ts';
import { handles } from './handles.ts';
import type { Repost } from './reposts.ts';
import { reposts } from './reposts.ts';

/** The account whose post a link shows: `x.com/NAME/status/1`. */
const STATUS_OF = /^(?:https?:\/\/)?(?:[\w-]+\.)?(?:twitter|x)\.com\/(\w+)\/status\//i;

const sourceOf = (document: Document, { part, span, form }: Repost): string | undefined =>
  form === 'quote'
    ? STATUS_OF.exec(part.text.slice(span.start, span.end))?.[1]
    : document
        .facts(handles)
        .find((handle) => handle.part === part && handle.span.start >= span.start)?.name;

/** Whether the post passes on what one of the school's own accounts posted. */
export const isOwnRepost = (document: Document): boolean => {
  const ours = document.school.accounts
    .filter(({ kind }) => kind !== 'personal')
    .map(({ handle }) => handle?.toLowerCase());
  return document
    .facts(reposts)
    .some((repost) => ours.includes(sourceOf(document, repost)?.toLowerCase() ?? ''));
};
