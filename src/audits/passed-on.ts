import { strictObject } from 'valibot';
import { bareHandle } from '../core/handle.ts';
import { defineAudit } from './audit.ts';
import { notMeant } from './support/account.ts';
import { kept } from './support/answers.ts';
import { counted } from './support/words.ts';

/** How much was passed on or liked, where a policy lets staff do so. */
export const passedOn = defineAudit({
  name: 'passed-on',
  about: 'how many posts of others were passed on or liked',
  params: strictObject({}),
  start(_, context) {
    const own = new Set(
      context.school.accounts.flatMap(({ handle, kind }) =>
        handle === undefined || kind === 'personal' ? [] : [bareHandle(handle)],
      ),
    );
    let reposts = 0;
    let likes = 0;
    let ours = 0;
    return {
      add({ trace }) {
        const { kind, by } = trace?.published ?? {};
        if (kind === 'repost') reposts += 1;
        else if (kind === 'like') likes += 1;
        else return;
        if (by !== undefined && own.has(bareHandle(by))) ours += 1;
      },
      end() {
        const other = notMeant(context, 'personal');
        if (other) return other;
        return kept(
          `The account passed on ${counted(reposts, 'post')} and liked ${likes}, which the policy allows, ${ours} of them the school’s own.`,
        );
      },
    };
  },
});
