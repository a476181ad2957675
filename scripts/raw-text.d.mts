import type { Plugin } from 'rolldown';

export const rawText: (options?: { readonly folder?: string }) => Plugin;
export const insertTexts: (code: string) => string;
