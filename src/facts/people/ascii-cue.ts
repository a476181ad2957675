/** Stands for a cue in the table of weights, which is kept to one byte a character. */
export const toAsciiCue = (cue: string): string =>
  cue.replace(/[^\0-\x7f]/g, (unit) => `\\${unit.charCodeAt(0).toString(16)}`);
