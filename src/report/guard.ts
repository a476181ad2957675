/** GitHub’s runner takes a line that starts with two colons for a command. */
const isCommand = (line: string): boolean =>
  line.includes('::') && line.trimStart().startsWith('::');

/** In the last column of the indent, where there is one: the line keeps its width. */
const defused = (line: string): string => {
  const words = line.trimStart();
  return `${' '.repeat(Math.max(0, line.length - words.length - 1))}·${words}`;
};

/** Lines as one string, none of which the log of a build takes for a command. */
export const guarded = (lines: readonly string[]): string =>
  lines.map((line) => `${isCommand(line) ? defused(line) : line}\n`).join('');
