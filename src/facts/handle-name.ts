const PART = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\d+/gu;
const LONGEST_ACRONYM = 5;

const capitalise = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/**
 * The words a handle is made of, as one would write them: `AshgroveSchool` is Ashgrove School.
 * Undefined where capitals do not show them: a guess could spell a child's name.
 */
export const findHandleName = (handle: string): string | undefined => {
  if (/[.@/]/u.test(handle) || !/\p{Lu}/u.test(handle)) return undefined;
  const stem = handle.replace(/_*\d{2,}$/u, '');
  const parts = stem.match(PART) ?? [];
  const isShouted = parts.length === 1 && parts[0] === parts[0]!.toUpperCase();
  if (parts.length === 0 || (isShouted && stem.length > LONGEST_ACRONYM)) return undefined;
  return capitalise(parts.join(' '))
    .replace(/\bO (?=\p{Lu})/gu, 'O’')
    .replace(/\b(Mc|Mac) (?=\p{Lu}\p{Ll})/gu, '$1');
};
