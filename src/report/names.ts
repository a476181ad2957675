/** Output formats by the name that `--format` takes. */
export const FORMAT_NAMES = ['text', 'compact', 'json', 'ndjson'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];
