/** The lines of a data file under each `[heading]`; `#` starts a comment line. */
export const readSections = (list: string): ReadonlyMap<string, readonly string[]> => {
  const sections = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of list.split('\n').map((raw) => raw.trim())) {
    const heading = /^\[([\w-]+)\]$/u.exec(line)?.[1];
    if (heading) {
      lines = sections.get(heading) ?? [];
      sections.set(heading, lines);
    } else if (line !== '' && !line.startsWith('#')) lines.push(line);
  }
  return sections;
};
