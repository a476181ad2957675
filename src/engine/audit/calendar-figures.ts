import type { Period, WeekFigure } from '../../core/audit.ts';
import { WEEKDAYS } from '../../core/policy.ts';
import type { JudgedPost } from '../../core/report.ts';
import type { LocalTime } from '../../time/zone.ts';
import { toLocal } from '../../time/zone.ts';

const DAY = 86_400_000;

/** The Monday of a local day, as days since 1970. */
const mondayOf = ({ year, month, day, weekday }: LocalTime): number =>
  Date.UTC(year, month - 1, day) / DAY - WEEKDAYS.indexOf(weekday);

const isoDay = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10);

/** A hundred years: longer than any archive, and a table that still can be drawn. */
const MOST_WEEKS = 5200;

export interface CalendarFigures {
  readonly addHour: (judged: JudgedPost) => void;
  readonly addToWeek: (judged: JudgedPost) => void;
  /** By weekday, Monday first, and hour. */
  readonly hours: () => readonly (readonly number[])[];
  /** Every week of the period, also those without a post. */
  readonly weeks: (period: Period) => readonly WeekFigure[];
}

/** When posts went out, by the school's clocks. */
export const createCalendarFigures = (timezone: string): CalendarFigures => {
  const hours = WEEKDAYS.map(() => Array.from({ length: 24 }, () => 0));
  const weeks = new Map<number, { posts: number; error: number; warning: number; info: number }>();
  return {
    addHour({ post }: JudgedPost): void {
      if (post.at.kind !== 'instant') return;
      const local = toLocal(post.at.epochMs, timezone);
      hours[WEEKDAYS.indexOf(local.weekday)]![local.hour]! += 1;
    },
    addToWeek({ post, findings }: JudgedPost): void {
      if (post.at.kind !== 'instant') return;
      const monday = mondayOf(toLocal(post.at.epochMs, timezone));
      const week = weeks.get(monday) ?? { posts: 0, error: 0, warning: 0, info: 0 };
      weeks.set(monday, week);
      week.posts += 1;
      for (const { severity } of findings) week[severity] += 1;
    },
    hours: (): readonly (readonly number[])[] => hours,
    weeks({ startMs, endMs }: Period): readonly WeekFigure[] {
      const first = mondayOf(toLocal(startMs, timezone));
      const last = Math.min(mondayOf(toLocal(endMs - 1, timezone)), first + 7 * MOST_WEEKS);
      const list: WeekFigure[] = [];
      for (let monday = first; monday <= last; monday += 7) {
        const { posts = 0, error = 0, warning = 0, info = 0 } = weeks.get(monday) ?? {};
        list.push({ start: isoDay(monday), posts, findings: { error, warning, info } });
      }
      return list;
    },
  };
};
