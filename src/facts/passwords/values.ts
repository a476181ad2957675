/** Times, years of school, prices, ages, classes and ordinals: `3.30pm`, `12th`, `4B`, `8-character`. */
const ORDINARY =
  /^(?:\d{1,2}[.:]?\d{0,2}(?:am|pm)?|\d{1,2}(?:st|nd|rd|th)|\d+(?:[.,]\d+)+|\d+%|\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?|(?:Y|KS)?[1-9]\d?[A-Z]{0,2}|\d+-?\p{L}*-(?:character|digit|word|letter)s?)$/iu;
const CREDENTIAL = /^[\p{L}\p{N}!@#$%^&*?_.+=~-]+$/u;
const OPENING = /^["'\u201c\u2018([]+/u;
const CLOSING = /["'\u201d\u2019.,!?:;)\]\u2026]+$/u;

/** Without quotation marks and what closes a sentence. */
export const plainValue = (raw: string): string => raw.replace(OPENING, '').replace(CLOSING, '');

/** Starred out, or too short for a secret. */
export const isHidden = (value: string): boolean =>
  value.length < 3 || /^[*x\u2022._-]+$/iu.test(value) || !/[\p{L}\p{N}]/u.test(value);

export const isPin = (value: string): boolean => /^[A-Z]?\d{4,8}[A-Z#*]?$/iu.test(value);

/** Letters and digits together. */
export const isMixed = (value: string): boolean =>
  value.length >= 5 && /\d/u.test(value) && /\p{L}/u.test(value) && isCredential(value);

/** Digits, signs or capitals inside: no word of a sentence looks so. */
export const isCredential = (value: string): boolean => {
  if (!CREDENTIAL.test(value) || ORDINARY.test(value)) return false;
  return /\d/u.test(value) || /\p{L}[!@#$%^*_=~]+./u.test(value) || /\p{Ll}\p{Lu}/u.test(value);
};

export const isWord = (value: string): boolean => /^[\p{L}\p{N}-]+$/u.test(value);
