/** Whole words without their plural, so that a `trip` is neither a strip nor a tripwire. */
const wordsOf = (text: string): string =>
  ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/(?<=[^s])s$/u, ''))
    .filter((word) => word !== '')
    .join(' ')} `;

/** Whether something that is told of a post holds one of the words. */
export const saysOneOf = (
  told: string | undefined,
  wanted: string | readonly string[],
): boolean => {
  if (told === undefined) return false;
  const said = wordsOf(told);
  return (typeof wanted === 'string' ? [wanted] : wanted).some((word) =>
    said.includes(wordsOf(word)),
  );
};

type Declared = boolean | string | undefined;

/** Whether something that was declared (true, or a word) is what the policy asks for. */
export const isDeclaredAs = (
  declared: readonly Declared[],
  wanted: boolean | string | readonly string[],
): boolean => {
  const made = declared.filter((one) => one !== undefined && one !== false && one !== '');
  if (typeof wanted === 'boolean') return made.length > 0 === wanted;
  return made.some((one) => typeof one === 'string' && saysOneOf(one, wanted));
};
