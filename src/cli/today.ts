import { toLocal } from '../time/zone.ts';

/** The day of an instant in a zone, as 2026-11-23. */
export const dayOf = (epochMs: number, timezone: string): string => {
  const { year, month, day } = toLocal(epochMs, timezone);
  return [String(year), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
};
