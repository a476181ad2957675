import type { Breach } from '../checks/check.ts';

/** Writes a sentence with what a check tells. */
export type Template = (data: Breach['data']) => string;

/** `{name}` stands for a value; one that the check did not tell stays as it is written. */
export const template = (sentence: string): Template => {
  const pieces = sentence.split(/\{(\w+)\}/u);
  if (pieces.length === 1) return () => sentence;
  return (data) =>
    pieces
      .map((piece, at) => (at % 2 === 0 ? piece : String(data?.[piece] ?? `{${piece}}`)))
      .join('');
};
