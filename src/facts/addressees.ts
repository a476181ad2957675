import { bareHandle } from '../core/handle.ts';
import type { Detector } from '../document/document.ts';
import type { Handle } from './handles.ts';
import { openingHandles } from './opening-handles.ts';
import { isOwnAccount } from './own-account.ts';

/** Another account that a post answers. */
export interface Addressee {
  /** Without the sign, in lower case. */
  readonly name: string;
  /** Where it stands; absent when only the post’s own record says so. */
  readonly handle?: Handle;
}

/** Whom a post answers, by its record and by the handles it begins with; the school’s own are none. */
export const addressees: Detector<Addressee> = (document) => {
  const opening = document.facts(openingHandles)[0]?.handles ?? [];
  const written = opening.map((handle) => ({ name: handle.name.toLowerCase(), handle }));
  const { replyTo = '' } = document.post;
  const recorded = bareHandle(replyTo);
  const isNew = recorded !== '' && !written.some(({ name }) => name === recorded);
  return isNew && !isOwnAccount(recorded, document) ? [{ name: recorded }, ...written] : written;
};
