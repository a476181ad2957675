import type { Confidence } from '../core/severity.ts';

/** What is only possible counts where there is nothing surer. */
export const surest = <Found extends { readonly confidence: Confidence }>(
  all: readonly Found[],
): readonly Found[] => {
  const sure = all.filter(({ confidence }) => confidence !== 'possible');
  return sure.length > 0 ? sure : all;
};
