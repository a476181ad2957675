import type { Detector, Document } from '../document/document.ts';
import type { Handle } from './handles.ts';
import { openingHandles } from './opening-handles.ts';

/** Another account that a post answers. */
export interface Addressee {
  /** Without the sign, in lower case. */
  readonly name: string;
  /** Where it stands; absent when only the post’s own record says so. */
  readonly handle?: Handle;
}

const bare = (handle: string): string =>
  handle
    .trim()
    .replace(/^[@＠]/u, '')
    .toLowerCase();

const isOurs = (name: string, { school, post: { account } }: Document): boolean =>
  (account !== undefined && /^\s*[@＠]/u.test(account) && bare(account) === name) ||
  school.accounts.some(({ handle }) => handle !== undefined && bare(handle) === name);

/** Whom a post answers, by its record and by the handles it begins with; the school’s own are none. */
export const addressees: Detector<Addressee> = (document) => {
  const opening = document.facts(openingHandles)[0]?.handles ?? [];
  const written = opening.map((handle) => ({ name: handle.name.toLowerCase(), handle }));
  const { replyTo = '' } = document.post;
  const recorded = bare(replyTo);
  const isNew = recorded !== '' && !written.some(({ name }) => name === recorded);
  return isNew && !isOurs(recorded, document) ? [{ name: recorded }, ...written] : written;
};
