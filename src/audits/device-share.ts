import { maxValue, minValue, number, optional, pipe, strictObject } from 'valibot';
import { appKind } from '../facts/apps.ts';
import { dayOf } from '../time/day.ts';
import { defineAudit } from './audit.ts';
import { answer, kept, notCheckable } from './support/answers.ts';
import { dateInWords } from './support/days.ts';
import { isOwn } from './support/talk.ts';
import { counted, percent } from './support/words.ts';

interface Month {
  posts: number;
  mobile: number;
}

const TRIP = /\b(?:trip|residential|visit|camp|outing|excursion)\b/iu;

/** How much is posted from phones and tablets, month by month. */
export const deviceShare = defineAudit({
  name: 'device-share',
  about: 'what share of each month’s posts came from apps of phones and tablets',
  params: strictObject({
    /** How many of a hundred posts of one month may. */
    percent: optional(pipe(number(), minValue(0), maxValue(100)), 25),
  }),
  start({ percent: most }, { timezone, school }) {
    const months = new Map<string, Month>();
    const trips = school.calendar.filter(({ title }) => TRIP.test(title));
    let unknown = 0;
    let onTrips = 0;
    return {
      add(judged) {
        const { at, trace } = judged;
        if (!trace || !isOwn(judged)) return;
        const kind = trace.source === undefined ? undefined : appKind(trace.source);
        if (at === null || kind === undefined) {
          unknown += 1;
          return;
        }
        const atMs = Date.parse(at);
        const isTrip =
          trace.excused.some(({ by }) => by === 'trip') ||
          trips.some(({ startMs, endMs }) => startMs <= atMs && atMs < endMs);
        if (isTrip) {
          onTrips += 1;
          return;
        }
        const name = dayOf(atMs, timezone).slice(0, 7);
        const month = months.get(name) ?? { posts: 0, mobile: 0 };
        months.set(name, month);
        month.posts += 1;
        if (kind === 'phone' || kind === 'tablet') month.mobile += 1;
      },
      end() {
        const rest = [
          ...(unknown > 0 ? [`${counted(unknown, 'post')} from apps that are not known`] : []),
          ...(onTrips > 0 ? [`${counted(onTrips, 'post')} of trips`] : []),
        ].join(' and ');
        const left = rest === '' ? '' : ` Not counted: ${rest}.`;
        const all = [...months.values()].reduce((sum, { posts }) => sum + posts, 0);
        if (all === 0) return notCheckable(`No post tells which known app it came from.${left}`);
        const mobile = [...months.values()].reduce((sum, month) => sum + month.mobile, 0);
        const share = `${mobile} of ${counted(all, 'post')} (${percent(mobile, all)}) came from apps of phones and tablets`;
        const items = [...months]
          .filter(([, month]) => 100 * month.mobile > most * month.posts)
          .map(([name, month]) => ({
            rank: -month.mobile / month.posts,
            key: name,
            told: `${dateInWords(name)}: ${month.mobile} of ${counted(month.posts, 'post')} (${percent(month.mobile, month.posts)}).`,
          }));
        if (items.length === 0) return kept(`${share}, in no month more than ${most}%.${left}`);
        return answer(
          'look',
          `${share}, in ${counted(items.length, 'month')} more than ${most}%.${left}`,
          items,
        );
      },
    };
  },
});
