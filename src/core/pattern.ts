/** Stands for a regular expression that is made when a text first asks for it. */
export interface Pattern {
  test(text: string): boolean;
  exec(text: string): RegExpExecArray | null;
  matchAll(text: string): readonly RegExpExecArray[];
  /** The regular expression that suits a text, for its `replace`, `match` or `split`. */
  fit(text: string): RegExp;
}

/** What the usual Unicode properties hold of ASCII, as it stands between brackets. */
const IN_ASCII: Readonly<Record<string, string>> = {
  L: 'A-Za-z',
  Lu: 'A-Z',
  Ll: 'a-z',
  N: '0-9',
  M: '',
};

const PIECE = /\\p\{(\w+)\}|\\[^]|[[\]]/g;

/** What only the u flag makes sense of. */
const NEEDS_U = /\\p|\\u\{|[\ud800-\udfff]/;

/** The same source for texts whose letters, digits and marks are those of ASCII. */
const withoutProperties = (source: string): string => {
  let isInClass = false;
  return source.replace(PIECE, (piece, property: string | undefined) => {
    if (piece === '[') isInClass = true;
    if (piece === ']') isInClass = false;
    const held = property === undefined ? undefined : IN_ASCII[property];
    if (held === undefined) return piece;
    return isInClass ? held : `[${held}]`;
  });
};

type Kind = 'ascii' | 'plain' | 'any';

const ASCII = /^[\0-\x7f]*$/;
/** Besides ASCII the signs, pictures and currencies that are neither letter nor digit nor mark. */
const PLAIN =
  /^(?:[\0-\x7f\u00a3\u2000-\u2064\u20a0-\u20bf\u2190-\u245f\u2500-\u2775\u2794-\u2bff]|\ud83c[\udc00-\udcff\udd0d-\udfff]|\ud83d[\udc00-\udfff]|\ud83e[\udc00-\udfef])*$/;

const LONGEST_STRETCH = 40;

let lastText = '';
let lastKind: Kind = 'ascii';

/** Many patterns are asked about one text. */
const kindOf = (text: string): Kind => {
  if (text === lastText) return lastKind;
  const kind = ASCII.test(text) ? 'ascii' : PLAIN.test(text) ? 'plain' : 'any';
  // A stretch of the text is looked at once.
  if (text.length > LONGEST_STRETCH) [lastText, lastKind] = [text, kind];
  return kind;
};

/** The build writes these in place of the literal, which already costs 0.3 ms to make. */
type Written = Pick<RegExp, 'source' | 'flags'>;

const compile = (kind: Kind, { source, flags }: Written): RegExp => {
  const plain = kind === 'any' ? source : withoutProperties(source);
  const isFree = kind === 'ascii' && !NEEDS_U.test(plain);
  return new RegExp(plain, isFree ? flags.replace('u', '') : flags);
};

const NONE: readonly RegExpExecArray[] = [];

/** As `matchAll`, which makes a copy of the expression for every text. */
const matchesOf = (regex: RegExp, text: string): readonly RegExpExecArray[] => {
  regex.lastIndex = 0;
  let match = regex.exec(text);
  if (!match) return NONE;
  const matches: RegExpExecArray[] = [];
  for (; match; match = regex.exec(text)) {
    matches.push(match);
    if (match[0] === '')
      regex.lastIndex += (text.codePointAt(regex.lastIndex) ?? 0) > 0xffff ? 2 : 1;
  }
  return matches;
};

/**
 * Makes a regular expression when a text first asks for it. Where a text holds no letter beyond ASCII
 * it is made without Unicode classes, which take 1 to 4 ms each to make and to run for the first time,
 * twenty times what ranges take.
 */
export const pattern = (written: Written): Pattern => {
  const made: Partial<Record<Kind, RegExp>> = {};
  const fit = (text: string): RegExp => {
    const kind = kindOf(text);
    return (made[kind] ??= compile(kind, written));
  };
  return {
    fit,
    test: (text) => fit(text).test(text),
    exec: (text) => fit(text).exec(text),
    matchAll: (text) => matchesOf(fit(text), text),
  };
};
