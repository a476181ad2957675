/** Addresses may hold commas themselves: one ends only where the next begins. */
const BETWEEN_ADDRESSES = /\s*(?:[,;|]\s*|\s)(?=https?:\/\/)/iu;

/** The addresses or files that a cell names. */
export const filesIn = (cell: string): readonly string[] => {
  const parts = /https?:\/\//iu.test(cell) ? cell.split(BETWEEN_ADDRESSES) : cell.split(/[,;|\n]/u);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
};

/** Alt texts of the pictures of one cell; what nothing parts belongs to the first. */
const altsIn = (cell: string): readonly string[] => cell.split('||').map((alt) => alt.trim());

interface Picture {
  readonly file?: string;
  readonly alt?: string;
}

const isBlank = (cell: string): boolean => cell.trim() === '';

/**
 * Pictures of a row: several in one cell with their alt texts in another, or a column for each with
 * one for its alt text, in the same order.
 */
export const picturesIn = (
  media: readonly string[],
  alts: readonly string[],
): readonly Picture[] => {
  if (media.every(isBlank) && alts.every(isBlank)) return [];
  const isOneEach = media.length > 1 && alts.length === media.length;
  const files = media.map(filesIn);
  const pairs = isOneEach
    ? files.flatMap((some, index) => {
        const alt = alts[index]!.trim();
        return some.length === 0
          ? [{ file: '', alt }]
          : some.map((file, place) => ({ file, alt: place === 0 ? alt : '' }));
      })
    : pairUp(files.flat(), alts.flatMap(altsIn));
  return pairs
    .filter(({ file, alt }) => file !== '' || alt !== '')
    .map(({ file, alt }) => ({ ...(file !== '' && { file }), ...(alt !== '' && { alt }) }));
};

const pairUp = (files: readonly string[], alts: readonly string[]) =>
  Array.from({ length: Math.max(files.length, alts.length) }, (_, index) => ({
    file: files[index] ?? '',
    alt: alts[index] ?? '',
  }));
