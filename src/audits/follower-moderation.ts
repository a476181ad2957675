import { array, minLength, optional, picklist, pipe, strictObject, string } from 'valibot';
import { defineAudit } from './audit.ts';
import unwanted from './data/unwanted.txt?raw';
import { ACCOUNTS_MEANT, notMeant } from './support/account.ts';
import type { Told } from './support/answers.ts';
import { answer, kept, notCheckable } from './support/answers.ts';
import { directoryOf, profileText } from './support/directory.ts';
import { hasProfile, isEducational } from './support/evidence.ts';
import { counted, listedWords, someOf, wordPattern } from './support/words.ts';

const isSpam = listedWords(unwanted, 'spam');
const isAdult = listedWords(unwanted, 'adult');

/** Who follows the account, and who had better be looked at. */
export const followerModeration = defineAudit({
  name: 'follower-moderation',
  about: 'which followers show no link with the school and were not looked at',
  params: strictObject({
    /** `comments`: whether comments are approved before they show, which no archive says. */
    looksAt: optional(picklist(['followers', 'comments']), 'followers'),
    /** Words of a name or a bio that show the link, beside those that come with the tool. */
    words: optional(array(pipe(string(), minLength(1))), []),
    accounts: optional(picklist(ACCOUNTS_MEANT), 'official'),
  }),
  start: ({ looksAt, words, accounts }, context) => ({
    end() {
      const { account, school } = context;
      const other = notMeant(context, accounts);
      if (other) return other;
      if (looksAt === 'comments') {
        return notCheckable(
          'No archive says whether comments are approved before they show, and few networks offer it.',
        );
      }
      if (!account?.followers)
        return notCheckable('The archive does not say who follows the account.');
      const { followers } = account;
      if (followers.length === 0) return kept('Nobody follows the account.');
      const directory = directoryOf(school);
      const linked = wordPattern([...words, ...school.names]);
      const items: Told[] = [];
      let unknown = 0;
      for (const connection of followers) {
        const { label, entry, groups, isApproved } = directory.find(connection);
        if (isApproved || groups.size > 0 || entry?.reason !== undefined) continue;
        if (!hasProfile(entry)) {
          unknown += 1;
          continue;
        }
        const text = profileText(entry);
        if (isAdult().test(text)) {
          items.push({ rank: 0, told: `${label} has a profile that is meant for adults.` });
        } else if (isSpam().test(text)) {
          items.push({ rank: 1, told: `${label} has a profile that reads like spam.` });
        } else if (!isEducational(entry, linked)) {
          items.push({ rank: 2, told: `${label} shows no link with a school.` });
        }
      }
      const all = counted(followers.length, 'follower');
      const rest =
        unknown === 0
          ? ''
          : ` ${unknown} of ${all} cannot be judged without a profile: name a directory in policy-lint.yaml that tells their names and bios.`;
      if (items.length > 0) {
        const worst = items.filter(({ rank }) => rank !== 2).length;
        const told = `${someOf(items.length, followers.length, 'follower', {
          shows: 'shows no link with a school and is not marked as looked at',
          show: 'show no link with a school and are not marked as looked at',
        })}; profiles that are spam or for adults: ${worst}.${rest}`;
        return answer('look', told, items);
      }
      return unknown > 0
        ? notCheckable(rest.trim())
        : kept(`All ${all} show a link with a school or were looked at.`);
    },
  }),
});
