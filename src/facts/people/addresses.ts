/** Hashtags, handles, web and e-mail addresses: their words are looked at by layers of their own. */
const LETTER = '\\w\\u00c0-\\u1fff\\u2c00-\\ud7ff';
/** Plain ranges, no `\p{L}`: a class of Unicode properties takes milliseconds to compile. */
const ADDRESS = new RegExp(
  `[@#＠＃][${LETTER}.-]*[${LETTER}]|[Hh]ttps?://\\S+|[${LETTER}][${LETTER}.%+-]{0,63}@[${LETTER}.-]+|` +
    `(?:[${LETTER}-]+\\.)+(?:uk|com|org|net|example|edu|gov|io|co|ly)(?:/\\S*)?(?![${LETTER}])`,
  'g',
);

export interface Address {
  readonly start: number;
  readonly text: string;
}

const find = (text: string): readonly Address[] =>
  /[@#＠＃]|\.[a-z]|:\/\//.test(text)
    ? [...text.matchAll(ADDRESS)].map(({ index, 0: found }) => ({ start: index, text: found }))
    : [];

let lastText = '';
let lastFound: readonly Address[] = [];

/** The addresses of a text, which several readers ask for one after the other. */
export const addresses = (text: string): readonly Address[] => {
  if (text !== lastText) {
    lastFound = find(text);
    lastText = text;
  }
  return lastFound;
};

/** Whether a place of the text lies in an address; places must be asked about in order. */
export const isAddress = (text: string): ((at: number) => boolean) => {
  const found = addresses(text);
  let next = 0;
  return (at) => {
    while (next < found.length && found[next]!.start + found[next]!.text.length <= at) next += 1;
    return next < found.length && at >= found[next]!.start;
  };
};
