import { pattern } from '../core/pattern.ts';
const PART = pattern(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\d+/gu);
const CAPITAL = pattern(/\p{Lu}/u);
const IRISH = pattern(/\bO (?=\p{Lu})/gu);
const SCOTTISH = pattern(/\b(Mc|Mac) (?=\p{Lu}\p{Ll})/gu);
const LONGEST_ACRONYM = 5;

const capitalise = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/**
 * The words a handle is made of, as one would write them: `AshgroveSchool` is Ashgrove School.
 * Undefined where capitals do not show them: a guess could spell a child's name.
 */
export const findHandleName = (handle: string): string | undefined => {
  if (/[.@/]/u.test(handle) || !CAPITAL.test(handle)) return undefined;
  const stem = handle.replace(/_*\d{2,}$/u, '');
  const parts = stem.match(PART.fit(stem)) ?? [];
  const isShouted = parts.length === 1 && parts[0] === parts[0]!.toUpperCase();
  if (parts.length === 0 || (isShouted && stem.length > LONGEST_ACRONYM)) return undefined;
  const words = capitalise(parts.join(' '));
  return words.replace(IRISH.fit(words), 'O’').replace(SCOTTISH.fit(words), '$1');
};
