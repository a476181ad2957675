import { array, minLength, optional, picklist, pipe, strictObject, string } from 'valibot';
import { defineAudit } from './audit.ts';
import { ACCOUNTS_MEANT, notMeant } from './support/account.ts';
import type { Told } from './support/answers.ts';
import { answer, kept, notCheckable } from './support/answers.ts';
import { directoryOf } from './support/directory.ts';
import { hasProfile, isEducational, isPersonal } from './support/evidence.ts';
import { counted, wordPattern } from './support/words.ts';

const HOW = 'name a directory in policy-lint.yaml that tells their names and bios';

/** Whether everybody whom the account follows has a link with education. */
export const followsOnlyEducational = defineAudit({
  name: 'follows-only-educational',
  about: 'whether all whom the account follows have a link with education',
  params: strictObject({
    /** `people`: only those whose account is one person’s own. */
    who: optional(picklist(['all', 'people']), 'all'),
    /** Words of a name or a bio that show the link, beside those that come with the tool. */
    words: optional(array(pipe(string(), minLength(1))), []),
    accounts: optional(picklist(ACCOUNTS_MEANT), 'official'),
  }),
  start: ({ who, words, accounts }, context) => ({
    end() {
      const { account, school } = context;
      const other = notMeant(context, accounts);
      if (other) return other;
      if (!account?.following)
        return notCheckable('The archive does not say whom the account follows.');
      const { following } = account;
      if (following.length === 0) return kept('The account follows nobody.');
      const directory = directoryOf(school);
      const linked = wordPattern(words);
      const items: Told[] = [];
      let unknown = 0;
      let judged = 0;
      for (const connection of following) {
        const { label, entry, groups, isApproved } = directory.find(connection);
        const isRecorded = isApproved || groups.has('staff') || entry?.reason !== undefined;
        if (!isRecorded && !hasProfile(entry)) {
          unknown += 1;
          continue;
        }
        if (who === 'people' && entry && !isPersonal(entry)) continue;
        judged += 1;
        if (isRecorded || !hasProfile(entry) || isEducational(entry, linked)) continue;
        const hasBio = (entry.bio ?? '').trim() !== '' || entry.kind !== undefined;
        items.push({
          rank: hasBio ? 0 : 1,
          told: hasBio
            ? `${label} shows no link with education and no reason is recorded.`
            : `${label} has a name that shows no link with education, and its bio is not known.`,
        });
      }
      const what = who === 'people' ? 'person' : 'account';
      const them = counted(judged, what, who === 'people' ? 'people' : 'accounts');
      const left = `${unknown} of ${counted(following.length, 'followed account')} cannot be judged without a profile: ${HOW}`;
      const rest = unknown === 0 ? '' : ` ${left}.`;
      if (items.length > 0) {
        const isShown = items.some(({ rank }) => rank === 0);
        const shown =
          judged === 1
            ? `The one ${what} with a profile that the account follows shows`
            : `${items.length} of ${them} with a profile that the account follows ${items.length === 1 ? 'shows' : 'show'}`;
        const told = `${shown} no link with education.${rest}`;
        return answer(isShown ? 'broken' : 'look', told, items);
      }
      if (unknown > 0) {
        return notCheckable(
          judged === 0
            ? `${left}.`
            : `${judged === 1 ? `The one ${what} with a profile has` : `All ${them} with a profile have`} a link with education.${rest}`,
        );
      }
      return kept(
        judged === 0
          ? 'The account follows no people of their own.'
          : `The account follows ${them}, all with a link with education or a recorded reason.`,
      );
    },
  }),
});
