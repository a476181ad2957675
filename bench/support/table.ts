/** Rows under a heading, one width a column: the first column to the left, figures to the right. */
export const printTable = (
  heading: readonly string[],
  rows: readonly (readonly string[])[],
): void => {
  const all = [heading, ...rows];
  const widths = heading.map((_, column) =>
    Math.max(...all.map((cells) => cells[column]?.length ?? 0)),
  );
  for (const cells of all) {
    const padded = cells.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
    );
    console.log(`  ${padded.join('  ')}`.trimEnd());
  }
};

/** A part of a whole; a dash where there is no whole. */
export const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : (part / whole).toFixed(3);

export const printTitle = (title: string, ...notes: readonly string[]): void => {
  console.log(`\n${title}`);
  for (const note of notes) console.log(`  ${note}`);
};
