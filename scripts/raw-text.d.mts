import type { Plugin } from 'rolldown';

export const rawText: (options?: {
  readonly folder?: string;
  readonly evaluates?: boolean;
}) => Plugin;
export const insertTexts: (code: string) => string;
