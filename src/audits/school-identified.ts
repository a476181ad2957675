import { strictObject } from 'valibot';
import { schoolShapes } from '../facts/school-shapes.ts';
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
import { counted, noneOf, someOf } from './support/words.ts';

/** `Teacher at Marsh`, `TA @ Hexley`: an office with a place behind it. */
const WORKS_AT =
  /(?<![\p{L}\p{N}])(?:[Tt]each(?:er|es|ing)|TA|HLTA|[Hh]ead|SENCO|[Gg]overnor|[Ww]ork(?:s|ing)?) (?:[\p{L}\p{N}]+ ){0,4}(?:at|@|for) ?(?:the )?@?\p{Lu}/u;

/** Whether personal profiles keep back for which school somebody works. */
export const schoolIdentified = defineAudit({
  name: 'school-identified',
  about: 'whether profiles of personal accounts show for which school somebody works',
  params: strictObject({}),
  start: (_, context) => ({
    end() {
      const { school } = context;
      const profiles = profilesOf(context).filter(isPersonal);
      if (profiles.length === 0) return notCheckable(NO_PROFILES);
      const items: Told[] = [];
      let unknown = 0;
      for (const profile of profiles) {
        const document = documentOf(profile, school);
        const { label, bio } = profile;
        if (showsSchool(profile, document, school)) {
          items.push({ rank: 0, told: `${label} shows the school in its profile.` });
        } else if (WORKS_AT.test(document.body.source) || document.facts(schoolShapes).length > 0) {
          items.push({
            rank: 1,
            told: `${label} names a place of work in its profile, which may be the school.`,
          });
        } else if (bio === undefined) unknown += 1;
      }
      const all = counted(profiles.length, 'personal account');
      const rest = unknown === 0 ? '' : ` The bio of ${unknown} is not known.`;
      if (items.length > 0) {
        const isSure = items.some(({ rank }) => rank === 0);
        const told = `${someOf(items.length, profiles.length, 'personal account', {
          shows: 'shows where its owner works',
          show: 'show where their owners work',
        })}.${rest}`;
        return answer(isSure ? 'broken' : 'look', told, items);
      }
      if (unknown > 0)
        return notCheckable(`Of ${all} none shows the school as far as is known.${rest}`);
      return kept(
        `${noneOf(profiles.length, 'personal account', { shows: 'shows the school', doesNotShow: 'does not show the school' })}.`,
      );
    },
  }),
});
