import { array, minLength, optional, pipe, strictObject, string } from 'valibot';
import { findLesson } from '../time/lessons.ts';
import { toLocal } from '../time/zone.ts';
import { defineCheck } from './check.ts';

/** Flags a post that goes out while lessons are taught. */
export const lessonTime = defineCheck({
  name: 'lesson-time',
  params: strictObject({
    except: optional(array(pipe(string(), minLength(1))), []),
  }),
  tells: ['time', 'from', 'to'],
  *run({ except }, { document, atMs, timezone }) {
    if (atMs === null) return;
    const lesson = findLesson(atMs, timezone, document.school, except);
    if (!lesson) return;
    const { hour, minute } = toLocal(atMs, timezone);
    const time = `${hour}:${String(minute).padStart(2, '0')}`;
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
