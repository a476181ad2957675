/** The entries of a data file, one a line; `#` starts a comment line. */
export const dataLines = (data: string): readonly string[] =>
  data
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
