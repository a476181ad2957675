import type { AccountKind } from '../../core/policy.ts';
import type { Account } from '../../core/school.ts';
import { findAccount } from '../../core/school.ts';
import type { Answered, AuditContext } from '../audit.ts';
import { notCheckable } from './answers.ts';

/** Whose accounts a clause is about. */
export const ACCOUNTS_MEANT = ['official', 'personal', 'all'] as const;
type Meant = (typeof ACCOUNTS_MEANT)[number];

type Known = Pick<AuditContext, 'account' | 'school'>;

const findListed = ({ account, school }: Known): Account | undefined => {
  const { handle } = account?.profile ?? {};
  return handle === undefined ? undefined : findAccount(handle, school.accounts);
};

/** Whose account the archive is of; one that the school has not listed is taken for its own. */
export const kindOfArchive = (known: Known): AccountKind => findListed(known)?.kind ?? 'school';

/** The answer where a clause is about accounts of another kind than the one that is audited. */
export const notMeant = (context: AuditContext, accounts: Meant): Answered | undefined => {
  const isPersonal = kindOfArchive(context) === 'personal';
  if (accounts === 'all' || isPersonal === (accounts === 'personal')) return undefined;
  if (isPersonal) {
    return notCheckable(
      'The clause is about accounts of the school, and this archive is of a personal account.',
    );
  }
  return notCheckable(
    findListed(context)
      ? 'The clause is about personal accounts of staff, and this archive is of an account of the school.'
      : 'The clause is about personal accounts of staff, and this one is not listed as personal under accounts in policy-lint.yaml.',
  );
};
