import { isMapping, listOf } from '../../../syntax/plain-data.ts';
import type { Mapping } from '../../../syntax/plain-data.ts';
import { parseTime } from '../../../time/parse.ts';

/** A text with something in it. */
export const asText = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** An id; a number only where JavaScript holds it exactly. */
export const asId = (value: unknown): string | undefined => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  return asText(value)?.trim();
};

export const asMappings = (value: unknown): readonly Mapping[] => listOf(value).filter(isMapping);

/** Seconds since 1970 as milliseconds. */
export const asSeconds = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 && value < 1e11
    ? Math.floor(value) * 1000
    : undefined;

/** An instant in ISO 8601. */
export const asInstant = (value: unknown): number | undefined => {
  if (typeof value !== 'string' || value.length > 50) return undefined;
  // More digits than any clock has are of no use to us.
  const time = parseTime(value.replace(/[.]\d+/u, ''), 'UTC');
  return 'epochMs' in time ? time.epochMs : undefined;
};
