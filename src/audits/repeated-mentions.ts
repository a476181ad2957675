import { array, integer, maxValue, minValue, number, optional, picklist, pipe } from 'valibot';
import { strictObject } from 'valibot';
import type { AuditedPost } from '../core/audit.ts';
import { bareHandle } from '../core/handle.ts';
import type { School } from '../core/school.ts';
import { PURPOSES } from '../core/trace.ts';
import { auditedPost, defineAudit } from './audit.ts';
import { answer, kept, notCheckable } from './support/answers.ts';
import { directoryOf } from './support/directory.ts';
import { hasProfile, isPersonal } from './support/evidence.ts';
import { counted } from './support/words.ts';

const A_DAY = 86_400_000;

interface Mention {
  readonly atMs: number;
  readonly post: AuditedPost;
}

/** Whom an account mentions all the time is not told by more of them. */
const MOST_KEPT = 25;

const inOrder = (a: Mention, b: Mention): number =>
  a.atMs - b.atMs || (JSON.stringify(a.post) < JSON.stringify(b.post) ? -1 : 1);

/** One more; of very many within one stretch of time the first stay. */
const withMention = (mentions: readonly Mention[], mention: Mention): readonly Mention[] => {
  const more = [...mentions, mention];
  return more.length > MOST_KEPT ? more.sort(inOrder).slice(0, MOST_KEPT) : more;
};

/** The longest run of mentions within so many days; the earliest of several. */
const longestRun = (mentions: readonly Mention[], days: number): readonly Mention[] => {
  let best: readonly Mention[] = [];
  let from = 0;
  for (let to = 0; to < mentions.length; to += 1) {
    while (mentions[to]!.atMs - mentions[from]!.atMs > days * A_DAY) from += 1;
    if (to + 1 - from > best.length) best = mentions.slice(from, to + 1);
  }
  return best;
};

const ownHandles = ({ accounts, allowedHandles, handles }: School): ReadonlySet<string> =>
  new Set(
    [
      ...accounts.flatMap(({ handle }) => handle ?? []),
      ...allowedHandles,
      ...(handles.press ?? []),
    ].map(bareHandle),
  );

/** When each wrote to the account, as far as the school keeps what others wrote. */
const answersBy = ({ comments = [] }: School): ReadonlyMap<string, readonly number[]> => {
  const byHandle = new Map<string, number[]>();
  for (const { by, atMs } of comments) {
    if (by === undefined || atMs === undefined) continue;
    const handle = bareHandle(by);
    const known = byHandle.get(handle);
    if (known) known.push(atMs);
    else byHandle.set(handle, [atMs]);
  }
  return byHandle;
};

/** Somebody who is addressed again and again and does not answer. */
export const repeatedMentions = defineAudit({
  name: 'repeated-mentions',
  about: 'whether somebody is addressed again and again without an answer',
  params: strictObject({
    /** So many mentions of one person … */
    times: optional(pipe(number(), integer(), minValue(2), maxValue(MOST_KEPT)), 4),
    /** … within so many days. */
    days: optional(pipe(number(), integer(), minValue(1), maxValue(366)), 7),
    /** What posts are for that may mention somebody as often as they like. */
    except: optional(array(picklist(PURPOSES)), ['event', 'notice', 'repost']),
  }),
  start({ times, days, except }, { school }) {
    const own = ownHandles(school);
    const mentioned = new Map<string, Map<number, readonly Mention[]>>();
    let posts = 0;
    return {
      add(judged) {
        posts += 1;
        const { trace, at } = judged;
        // What answers somebody is a conversation.
        if (!trace || at === null || trace.published?.replyToId !== undefined) return;
        if (except.includes(trace.purpose)) return;
        for (const written of trace.mentions) {
          const handle = bareHandle(written);
          if (own.has(handle)) continue;
          const mention = { atMs: Date.parse(at), post: auditedPost(judged) };
          const stretch = Math.floor(mention.atMs / (days * A_DAY));
          const stretches = mentioned.get(handle) ?? new Map<number, readonly Mention[]>();
          stretches.set(stretch, withMention(stretches.get(stretch) ?? [], mention));
          mentioned.set(handle, stretches);
        }
      },
      end() {
        if (posts === 0) return notCheckable('The archive holds no post of the period.');
        const directory = directoryOf(school);
        const answered = answersBy(school);
        const runs = [...mentioned].flatMap(([handle, all]) => {
          const { entry, groups } = directory.find({ id: '', handle });
          if (groups.size === 0 && hasProfile(entry) && !isPersonal(entry)) return [];
          const run = longestRun([...all.values()].flat().sort(inOrder), days);
          const [first] = run;
          if (run.length < times || !first) return [];
          const wrote = answered.get(handle) ?? [];
          if (wrote.some((ms) => ms >= first.atMs && ms <= run.at(-1)!.atMs)) return [];
          return [{ handle, run }];
        });
        if (runs.length === 0) {
          return kept(
            `Nobody was addressed ${times} times within ${counted(days, 'day')} without an answer, as far as the archive tells.`,
          );
        }
        const ordered = runs.sort(
          (a, b) => b.run.length - a.run.length || (a.handle < b.handle ? -1 : 1),
        );
        const items = ordered.flatMap(({ run }, index) =>
          run.map(({ post }) => ({
            rank: index,
            post,
            told: `One of ${run.length} posts within ${counted(days, 'day')} that address the same account.`,
          })),
        );
        const who = runs.length === 1 ? 'One account was' : `${runs.length} accounts were`;
        return answer(
          'look',
          `${who} addressed ${times} times or more within ${counted(days, 'day')}, and no answer is known; private messages are not opened.`,
          items,
        );
      },
    };
  },
});
