import { strictObject } from 'valibot';
import { defineAudit } from './audit.ts';
import words from './data/profile-words.txt?raw';
import { notMeant } from './support/account.ts';
import { answer, kept, notCheckable } from './support/answers.ts';
import { documentOf, profilesOf, showsSchool } from './support/profiles.ts';
import { createTalk } from './support/talk.ts';
import { counted, joined, listedWords } from './support/words.ts';

const roles = listedWords(words, 'roles');

/** Whether somebody who writes about the school from an own account says who they are there. */
export const affiliationDeclared = defineAudit({
  name: 'affiliation-declared',
  about: 'whether a personal account that writes about the school says for whom its owner works',
  params: strictObject({}),
  start(_, context) {
    const talk = createTalk();
    return {
      add: talk.add,
      end() {
        const other = notMeant(context, 'personal');
        if (other) return other;
        const profile = profilesOf(context).find(({ isAudited }) => isAudited);
        if (!profile) return notCheckable('The posts came without the profile of the account.');
        const posts = counted(talk.count(), 'post');
        if (talk.count() === 0) return kept('The account wrote nothing about the school.');
        if (profile.bio === undefined) {
          return notCheckable(
            `The account wrote ${posts} about the school, and its bio is not known.`,
          );
        }
        const document = documentOf(profile, context.school);
        const missing = [
          ...(showsSchool(profile, document, context.school) ? [] : ['the school']),
          ...(roles().test(document.body.text) ? [] : ['an office there']),
        ];
        if (missing.length === 0) {
          return kept(
            `The account wrote ${posts} about the school, and its profile names the school and an office there.`,
          );
        }
        const told = `The account wrote ${posts} about the school, and its profile does not name ${joined(missing, 'or')}.`;
        return answer('broken', told, [], 1);
      },
    };
  },
});
