import { array, minLength, optional, pipe, strictObject, string } from 'valibot';
import { bareHandle } from '../core/handle.ts';
import { disclaimers } from '../facts/disclaimers.ts';
import { defineAudit } from './audit.ts';
import type { Told } from './support/answers.ts';
import { answer, kept, notCheckable } from './support/answers.ts';
import {
  documentOf,
  isPersonal,
  NO_PROFILES,
  profilesOf,
  showsSchool,
} from './support/profiles.ts';
import { createTalk } from './support/talk.ts';
import { counted, noneOf, someOf, wordPattern } from './support/words.ts';

const texts = optional(array(pipe(string(), minLength(1))), []);

/** Whether personal accounts that show the school say that their views are their own. */
export const disclaimerPersonalViews = defineAudit({
  name: 'disclaimer-personal-views',
  about: 'whether profiles of personal accounts that show the school say that views are personal',
  params: strictObject({
    /** Wording that counts too. */
    phrases: texts,
    /** Handles of those who may speak for the school. */
    spokespersons: texts,
  }),
  start({ phrases, spokespersons }, context) {
    const talk = createTalk();
    const cleared = new Set(spokespersons.map(bareHandle));
    const ownPhrase = wordPattern(phrases);
    return {
      add: talk.add,
      end() {
        const { school } = context;
        const profiles = profilesOf(context).filter(isPersonal);
        if (profiles.length === 0) return notCheckable(NO_PROFILES);
        const items: Told[] = [];
        let unknown = 0;
        let tied = 0;
        for (const profile of profiles) {
          const { handle, bio, label, isAudited } = profile;
          if (handle !== undefined && cleared.has(bareHandle(handle))) continue;
          const document = documentOf(profile, school);
          const inProfile = showsSchool(profile, document, school);
          const inPosts = isAudited ? talk.count() : 0;
          if (bio === undefined) {
            unknown += 1;
            continue;
          }
          if (!inProfile && inPosts === 0) continue;
          tied += 1;
          if (document.facts(disclaimers).length > 0 || ownPhrase.test(document.body.text))
            continue;
          const where = inProfile ? 'in its profile' : `in ${counted(inPosts, 'post')}`;
          items.push({
            told: `${label} shows the school ${where} and does not say whose views it holds.`,
          });
        }
        const all = counted(profiles.length, 'personal account');
        const rest = unknown === 0 ? '' : ` The bio of ${unknown} is not known.`;
        if (items.length > 0) {
          const told = `${someOf(items.length, profiles.length, 'personal account', {
            shows: 'shows the school and has no words that views are personal',
            show: 'show the school and have no words that views are personal',
          })}.${rest}`;
          return answer('broken', told, items);
        }
        if (unknown > 0)
          return notCheckable(`Of ${all} none lacks a disclaimer as far as is known.${rest}`);
        return kept(
          tied === 0
            ? `${noneOf(profiles.length, 'personal account', { shows: 'shows the school', doesNotShow: 'does not show the school' })}.`
            : `${someOf(tied, profiles.length, 'personal account', {
                shows: 'shows the school, and says that views are personal',
                show: 'show the school, and all say that views are personal',
              })}.`,
        );
      },
    };
  },
});
