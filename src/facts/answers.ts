import type { Document } from '../document/document.ts';
import { openingHandles } from './opening-handles.ts';
import { isOwnAccount } from './own-account.ts';

/** Whether the post answers somebody else: it is marked so, or begins with their handle. */
export const answers = (document: Document): boolean => {
  const { replyTo, published } = document.post;
  if (published?.continuesOwn) return false;
  if (replyTo !== undefined && replyTo.trim() !== '') return !isOwnAccount(replyTo, document);
  return published?.replyToId !== undefined || document.facts(openingHandles).length > 0;
};
