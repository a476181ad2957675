import type { NameStretch } from './name-stretches.ts';
import { isCue } from './cue-words.ts';
import { isDeed } from './stands-as-name.ts';
import type { Token, TokenLine, TokenRange } from './tokens.ts';
import { tokensAt } from './tokens.ts';

/** How far from a word its neighbours are asked who bears it. */
const NEAR = 4;
/** So many words before a name are quoted at the most, and so many letters. */
const WORDS = 7;
const LETTERS = 32;

/** Words round a name in its own sentence. */
const nearby = ({ line: { tokens }, from, to }: TokenRange): readonly Token[] => {
  const { sentence } = tokens[from]!;
  return tokens
    .slice(Math.max(0, from - NEAR), to + NEAR)
    .filter((token) => token.sentence === sentence);
};

const CUES: readonly (readonly [kind: string, reason: string])[] = [
  ['praise', 'words of praise stand beside it'],
  ['group-word', 'a class or year group stands beside it'],
  ['pupil', 'a word for a pupil stands beside it'],
];

const isPraise = ({ key }: Token): boolean => isCue('praise', key) || key === 'birthday';

/** Nobody may be named by it: an everyday word, a word of praise or of school. */
const isQuotable = (token: Token): boolean =>
  token.shape === 'number' ||
  isPraise(token) ||
  isCue('group-word', token.key) ||
  (token.shape === 'lower' && token.level > 0 && token.band < 3) ||
  (token.level === 1 && token.band < 2);

/** `Star of the Week is`: words of praise and what leads from them to the name. */
const quoted = ({ line: { tokens, part }, from }: TokenRange): string | undefined => {
  const { sentence } = tokens[from]!;
  let start: number | undefined;
  for (let at = from - 1; at >= Math.max(0, from - WORDS); at -= 1) {
    const token = tokens[at]!;
    if (token.sentence !== sentence || !isQuotable(token)) break;
    if (isPraise(token)) start = at;
    if (token.gap !== ' ') break;
  }
  if (start === undefined) return undefined;
  const words = part.text.slice(tokens[start]!.span.start, tokens[from - 1]!.span.end);
  return words.length <= LETTERS ? words : undefined;
};

const isListed = ({ line: { tokens }, from, to }: TokenRange): boolean => {
  const isName = (token: Token | undefined): boolean =>
    token !== undefined && token.shape !== 'lower' && token.band > 1;
  const isJoin = (token: Token | undefined): boolean => token?.key === 'and';
  return (
    (isJoin(tokens[from - 1]) && isName(tokens[from - 2])) ||
    (isJoin(tokens[to]) && isName(tokens[to + 1])) ||
    (tokens[from]!.gap === ', ' && isName(tokens[from - 1])) ||
    (tokens[to]?.gap === ', ' && isName(tokens[to]))
  );
};

const IN_TAG = {
  hashtag: 'a name in a hashtag',
  handle: 'a name in a handle',
  plain: 'a name in a web address',
} as const;

/** Why a stretch is taken for a child’s name, the strongest cue first; never the name itself. */
export const reasonsFor = (
  { span, reading, from: first }: NameStretch,
  line: TokenLine,
): readonly string[] => {
  const place = tokensAt(line, span);
  if (!place) return [IN_TAG[reading.words[first]!.setting]];
  const { from, to } = place;
  const near = nearby(place);
  const quote = quoted(place);
  const isNear = (kind: string): boolean => near.some(({ key }) => isCue(kind, key));
  const cues = CUES.filter(
    ([kind]) =>
      isNear(kind) &&
      !(kind === 'praise' && quote !== undefined) &&
      !(kind === 'pupil' && isNear('group-word')),
  );
  const found = [
    ...(quote === undefined ? [] : [`‘${quote}’ stands before it`]),
    ...cues.map(([, words]) => words),
    ...(isListed(place) ? ['another name stands beside it'] : []),
    ...(isDeed(line.tokens[to]) ? ['what somebody did stands behind it'] : []),
  ];
  return [
    line.tokens[from]!.band > 0 ? 'a given name' : 'a word that looks like a name',
    ...(found.length > 0 ? found.slice(0, 3) : ['it stands where a name would']),
  ];
};
