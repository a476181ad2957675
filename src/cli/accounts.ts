import { ACCOUNT_KINDS, isAccountKind } from '../core/policy.ts';
import type { School } from '../core/school.ts';
import { findAccount } from '../core/school.ts';
import { didYouMean } from '../syntax/closest.ts';

/**
 * Whether an account is known, or what is wrong with its name. `mistake` repeats what was written, for
 * the command line; `unquoted` does not, for files: a row that lost its quotation marks has words of
 * the post where the account should stand, and they may hold a child’s name.
 */
export type AccountRead =
  { readonly isKnown: boolean } | { readonly mistake: string; readonly unquoted: string };

const UNSAID = 'does not say which: write it as class:3B or department:science';
const KINDS = 'write school, department:science, class:3B, personal or a configured name';

/** An account is a configured name or handle, or a kind written out, perhaps with a subject. */
export const readAccount = (written: string, { accounts }: School): AccountRead => {
  if (findAccount(written, accounts)) return { isKnown: true };
  const [kind = '', subject] = written.split(':', 2);
  if (isAccountKind(kind)) {
    return subject?.trim() === ''
      ? { mistake: `“${written}” ${UNSAID}`, unquoted: `its account ${UNSAID}` }
      : { isKnown: true };
  }
  const names = accounts.flatMap(({ name, handle }) => [name, ...(handle ? [handle] : [])]);
  const hint = didYouMean(kind, [...ACCOUNT_KINDS, ...names]);
  if (hint === '' && subject === undefined) return { isKnown: false };
  const otherwise = hint || `: ${KINDS}`;
  return {
    mistake: `there is no account “${written}”${otherwise}`,
    unquoted: `there is no account as this post names one${otherwise}`,
  };
};
