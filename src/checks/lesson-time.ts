import { array, minLength, optional, pipe, strictObject, string } from 'valibot';
import type { LessonTime } from '../core/school.ts';
import lessonFree from '../facts/data/lesson-free.txt?raw';
import { entries } from '../facts/phrases.ts';
import type { LocalTime } from '../time/zone.ts';
import { toLocal } from '../time/zone.ts';
import { defineCheck } from './check.ts';

const FREE = entries(lessonFree);

/** Flags a post that goes out while lessons are taught. */
export const lessonTime = defineCheck({
  name: 'lesson-time',
  params: strictObject({
    except: optional(array(pipe(string(), minLength(1))), []),
  }),
  tells: ['time', 'from', 'to'],
  *run({ except }, { document, atMs, timezone }) {
    if (atMs === null) return;
    const local = toLocal(atMs, timezone);
    const lesson = document.school.lessons?.find(holds(local));
    if (!lesson) return;
    const free = [...FREE, ...except.map((word) => word.toLowerCase())];
    const isFree = document.school.calendar.some(
      ({ title, startMs, endMs }) =>
        startMs <= atMs && atMs < endMs && free.some((word) => title.toLowerCase().includes(word)),
    );
    if (isFree) return;
    const time = `${local.hour}:${String(local.minute).padStart(2, '0')}`;
    const { from, to } = lesson;
    yield {
      where: 'at',
      range: null,
      confidence: 'certain',
      evidence: [`${time} is within the lessons from ${from} to ${to}`],
      data: { time, from, to },
    };
  },
  lacks: (_, { document, atMs }) =>
    document.school.lessons === undefined && atMs !== null
      ? 'when lessons are taught (their times under `lessons`)'
      : undefined,
});

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

const holds =
  ({ weekday, hour, minute }: LocalTime) =>
  ({ days, from, to }: LessonTime): boolean => {
    const now = hour * 60 + minute;
    return days.includes(weekday) && minutesOf(from) <= now && now < minutesOf(to);
  };
