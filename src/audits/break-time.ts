import { strictObject } from 'valibot';
import { findLesson } from '../time/lessons.ts';
import { defineAudit } from './audit.ts';
import { notMeant } from './support/account.ts';
import { kept, notCheckable } from './support/answers.ts';
import { isOwn } from './support/talk.ts';
import { counted } from './support/words.ts';

/** How much was posted at break, at lunch and after school, where a policy lets staff post then. */
export const breakTime = defineAudit({
  name: 'break-time',
  about: 'how much was posted in and out of lessons',
  params: strictObject({}),
  start(_, context) {
    const { school, timezone } = context;
    let inLessons = 0;
    let outside = 0;
    return {
      add(judged) {
        if (!isOwn(judged) || judged.at === null) return;
        if (findLesson(Date.parse(judged.at), timezone, school)) inLessons += 1;
        else outside += 1;
      },
      end() {
        const other = notMeant(context, 'personal');
        if (other) return other;
        if (!school.lessons) {
          return notCheckable(
            'Nobody has said when lessons are taught: list their times under lessons in policy-lint.yaml.',
          );
        }
        return kept(
          `${counted(outside, 'post')} went out when nobody was taught, which the policy allows, and ${inLessons} in lessons, which another rule judges.`,
        );
      },
    };
  },
});
