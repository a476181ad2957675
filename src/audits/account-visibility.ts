import { boolean, minLength, optional, picklist, pipe, strictObject, string } from 'valibot';
import type { Policy } from '../core/policy.ts';
import { defineAudit } from './audit.ts';
import { ACCOUNTS_MEANT, notMeant } from './support/account.ts';
import { answer, kept, notCheckable } from './support/answers.ts';
import { counted } from './support/words.ts';

const NAME = 'account-visibility';
type Side = 'public' | 'protected';

/** A policy in force that asks for the other side and gives no way. */
const demanding = (policies: readonly Policy[], side: Side): Policy | undefined =>
  policies.find(({ audits }) =>
    audits.some(
      ({ audit, with: given }) =>
        audit === NAME && given['want'] === side && given['yields'] !== true,
    ),
  );

/** Whether the account is as open, or as closed, as the policy wants it. */
export const accountVisibility = defineAudit({
  name: NAME,
  about: 'whether the account is public or protected',
  params: strictObject({
    want: picklist(['public', 'protected']),
    /** Another policy in force that wants the opposite counts for more. */
    yields: optional(boolean(), false),
    /** Only where posts of the period were meant for fewer than everybody. */
    whenNarrow: optional(boolean(), false),
    /** Why the account may be otherwise. */
    reason: optional(pipe(string(), minLength(1))),
    accounts: optional(picklist(ACCOUNTS_MEANT), 'official'),
  }),
  start({ want, yields, whenNarrow, reason, accounts }, context) {
    const { policies, account } = context;
    let told = 0;
    let narrow = 0;
    return {
      add({ trace }) {
        const { kind, visibility } = trace?.published ?? {};
        if (kind !== 'own' || visibility === undefined) return;
        told += 1;
        if (visibility === 'followers') narrow += 1;
      },
      end() {
        const other = notMeant(context, accounts);
        if (other) return other;
        const isProtected = account?.profile.isProtected;
        if (isProtected === undefined) {
          return notCheckable(
            'The archive does not say whether the account is public or protected.',
          );
        }
        const side: Side = isProtected ? 'protected' : 'public';
        const is = isProtected
          ? 'The account is protected: only those may read it whom it lets in'
          : 'The account is public: everybody may read it';
        if (side === want) return kept(`${is}.`);
        if (reason !== undefined) return kept(`${is}, for a recorded reason: ${reason}.`);
        if (whenNarrow && told === 0) {
          return notCheckable(`${is}, and no post says for whom it was meant.`);
        }
        const posts = counted(told, 'post');
        if (whenNarrow && narrow === 0) return kept(`${is}, and so were its ${posts} meant.`);
        const demanded = yields ? demanding(policies, side) : undefined;
        if (demanded) {
          return kept(`${is}, as another policy in force demands (${demanded.info.id}).`);
        }
        const few = whenNarrow ? `, though ${narrow} of ${posts} were for followers alone` : '';
        return answer('broken', `${is}${few}.`, [], 1);
      },
    };
  },
});
