import { array, minLength, optional, picklist, pipe, strictObject } from 'valibot';
import type { Connection } from '../core/archive.ts';
import type { HandleGroup } from '../core/school.ts';
import { defineAudit } from './audit.ts';
import schoolAge from './data/school-age.txt?raw';
import { ACCOUNTS_MEANT, notMeant } from './support/account.ts';
import type { Told } from './support/answers.ts';
import { answer, kept, notCheckable } from './support/answers.ts';
import { directoryOf, profileText } from './support/directory.ts';
import { hasProfile } from './support/evidence.ts';
import { counted, joined, listedWords, noneOf } from './support/words.ts';

const isOfSchoolAge = listedWords(schoolAge, 'words');
const isAdult = listedWords(schoolAge, 'adults');

const GROUPS = ['pupils', 'leavers', 'parents'] as const satisfies readonly HandleGroup[];

const ONE_OF: Readonly<Record<(typeof GROUPS)[number], string>> = {
  pupils: 'a pupil',
  leavers: 'a former pupil',
  parents: 'a parent',
};

type Way = 'following' | 'followers';

/** Whether pupils, and whoever else the clause names, follow the account or are followed by it. */
export const pupilContact = defineAudit({
  name: 'pupil-contact',
  about: 'whether pupils, former pupils or parents follow the account or are followed by it',
  params: strictObject({
    groups: pipe(array(picklist(GROUPS)), minLength(1)),
    direction: picklist(['following', 'followers', 'both', 'messages']),
    accounts: optional(picklist(ACCOUNTS_MEANT), 'personal'),
  }),
  start: ({ groups, direction, accounts }, context) => ({
    end() {
      const { account, school } = context;
      const other = notMeant(context, accounts);
      if (other) return other;
      if (direction === 'messages') {
        return notCheckable('Private messages of an archive are not opened.');
      }
      const ways: readonly Way[] = direction === 'both' ? ['following', 'followers'] : [direction];
      const lists = ways.flatMap((way): readonly (readonly [Way, readonly Connection[]])[] => {
        const list = account?.[way];
        return list ? [[way, list]] : [];
      });
      if (lists.length === 0) {
        return notCheckable(
          'The archive does not say who follows the account and whom it follows.',
        );
      }
      const directory = directoryOf(school);
      const untold = groups.filter((group) => !directory.told.has(group));
      const items: Told[] = [];
      let unknown = 0;
      let all = 0;
      let listed = 0;
      for (const [way, list] of lists) {
        for (const connection of list) {
          all += 1;
          const known = directory.find(connection);
          const { entry, label } = known;
          // A child or another relative of the owner’s own, for instance.
          if (entry?.reason !== undefined) continue;
          const how = way === 'following' ? 'is followed' : 'follows the account';
          const group = groups.find((one) => known.groups.has(one));
          if (group) {
            listed += 1;
            items.push({ rank: 0, told: `${label}, listed as ${ONE_OF[group]}, ${how}.` });
          } else if (known.handle === undefined && !entry) {
            unknown += 1;
          } else if (
            groups.includes('pupils') &&
            known.groups.size === 0 &&
            !known.isApproved &&
            hasProfile(entry) &&
            isOfSchoolAge().test(profileText(entry)) &&
            !isAdult().test(profileText(entry))
          ) {
            const masked = `the account with id ${connection.id}`;
            items.push({
              rank: 1,
              told: `${masked} has a profile that may be a child’s, and ${how}.`,
            });
          }
        }
      }
      const among = counted(all, 'connection');
      const rest =
        unknown === 0
          ? ''
          : ` ${unknown} of ${among} cannot be judged: the archive tells only their ids, so name a directory in policy-lint.yaml.`;
      const wanting =
        untold.length === 0
          ? ''
          : ` Nobody has told the handles of ${joined(untold, 'or')}: write them under handles in policy-lint.yaml.`;
      const groupsShown = joined(
        groups.map((one) => (one === 'leavers' ? 'former pupils' : one)),
        'or',
      );
      if (listed > 0) {
        const told = `Among ${among} ${listed === 1 ? 'is' : 'are'} ${listed} listed as ${groupsShown}.${rest}${wanting}`;
        return answer('broken', told, items);
      }
      if (items.length > 0) {
        const told = `None of ${among} is listed as ${groupsShown}, but ${counted(items.length, 'profile')} may be of children.${rest}${wanting}`;
        return answer('look', told, items);
      }
      if (unknown > 0 || untold.length > 0) return notCheckable(`${rest}${wanting}`.trim());
      return kept(
        `${noneOf(all, 'connection', { shows: `is listed as ${groupsShown}`, doesNotShow: `is not listed as ${groupsShown}` })}.`,
      );
    },
  }),
});
