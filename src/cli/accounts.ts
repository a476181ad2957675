import { ACCOUNT_KINDS, isAccountKind } from '../core/policy.ts';
import type { School } from '../core/school.ts';
import { findAccount } from '../core/school.ts';
import { didYouMean } from '../syntax/closest.ts';

/** Whether an account is known, or what is wrong with its name. */
export type AccountRead = { readonly isKnown: boolean } | { readonly mistake: string };

/** An account is a configured name or handle, or a kind written out, perhaps with a subject. */
export const readAccount = (written: string, { accounts }: School): AccountRead => {
  if (findAccount(written, accounts)) return { isKnown: true };
  const [kind = '', subject] = written.split(':', 2);
  if (isAccountKind(kind)) {
    return subject?.trim() === ''
      ? { mistake: `“${written}” does not say which: write it as class:3B or department:science` }
      : { isKnown: true };
  }
  const names = accounts.flatMap(({ name, handle }) => [name, ...(handle ? [handle] : [])]);
  const hint = didYouMean(kind, [...ACCOUNT_KINDS, ...names]);
  if (hint === '' && subject === undefined) return { isKnown: false };
  const kinds = 'write school, department:science, class:3B, personal or a configured name';
  return { mistake: `there is no account “${written}”${hint || `: ${kinds}`}` };
};
