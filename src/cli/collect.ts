/** Words of an option that may be repeated. */
export const collect = (written: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  written,
];
