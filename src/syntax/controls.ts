import type { Problem } from '../core/problem.ts';

/**
 * Characters that move the cursor, hide text or turn its direction, so that a file is not what it looks like.
 * Joiners stay: emoji and several scripts need them.
 */
const HIDDEN = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u;

const MAX_PROBLEMS = 50;

const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** What a text must not hold, in plain words; undefined when it is as it looks. */
export const hiddenCharacterIn = (text: string): string | undefined => {
  const found = HIDDEN.exec(text)?.[0];
  return found && `a character that cannot be seen (${codePoint(found)}) stands here: take it out`;
};

/** The first hidden character of each line. */
export const hiddenCharacters = (text: string, file: string): readonly Problem[] => {
  if (!HIDDEN.test(text)) return [];
  const problems: Problem[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const message = hiddenCharacterIn(line);
    if (message === undefined) continue;
    problems.push({ file, line: index + 1, column: line.search(HIDDEN) + 1, message });
    if (problems.length === MAX_PROBLEMS) break;
  }
  return problems;
};
