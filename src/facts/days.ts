import type { Weekday } from '../core/policy.ts';
import { WEEKDAYS } from '../core/policy.ts';
import type { Timing } from './timing.ts';

/** How many days after `today` the next `day` comes: 0 to 6. */
export const daysUntil = (today: Weekday, day: Weekday): number =>
  (WEEKDAYS.indexOf(day) - WEEKDAYS.indexOf(today) + 7) % 7;

export const isWeekday = (timing: Timing): timing is Weekday =>
  WEEKDAYS.some((day) => day === timing);
