/**
 * JavaScript in ASCII alone. One character above U+00FF would make the engine keep the whole file at
 * two bytes a character, which doubles the time to load it. Escapes mean the same in strings and in
 * regular expressions with the u flag, and minified code holds such characters nowhere else.
 */
export const toAscii = (code) =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
