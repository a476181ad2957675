const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** A bar of block characters at most `columns` long; what is not nothing is never without one. */
export const barOf = (value: number, longest: number, columns: number): string => {
  if (value <= 0 || longest <= 0) return '';
  const eighths = Math.max(1, Math.round(Math.min(1, value / longest) * columns * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
};
