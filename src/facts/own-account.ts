import { bareHandle } from '../core/handle.ts';
import type { Document } from '../document/document.ts';

/** Whether a handle is one of the school’s accounts, or the account that the post names as its own. */
export const isOwnAccount = (handle: string, { school, post: { account } }: Document): boolean => {
  const name = bareHandle(handle);
  const isSelf =
    account !== undefined && /^\s*[@＠]/u.test(account) && bareHandle(account) === name;
  return isSelf || school.accounts.some((own) => own.handle && bareHandle(own.handle) === name);
};
