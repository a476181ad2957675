import type { Candidate } from './candidates.ts';
import { cueKinds, isCue } from './cue-words.ts';
import { findKnown } from './known-names.ts';
import type { Token } from './tokens.ts';

const punctuation = (gap: string): string => {
  if (gap === ' ') return '_';
  if (/[\n\r]/u.test(gap)) return 'n';
  const mark = /[,;:.!?()"'&/+|–—-]/u.exec(gap);
  return mark ? mark[0] : gap.trim() === '' ? '_' : '*';
};

/** A neighbour in few words: itself, or what kind of name it looks like. */
const gist = (token: Token | undefined): string => {
  if (!token) return '<edge>';
  const { shape, band, level, key } = token;
  if (shape === 'number') return key.replace(/\d+/gu, '0');
  if (shape !== 'lower') {
    if (isCue('group-word', key)) return key.replace(/\d+/gu, '0');
    if (band > 1 && level !== 1) return '<name>';
    if (level === 0) return '<Unknown>';
  }
  return key.replace(/\d+/gu, '0');
};

const TITLE_KINDS = ['staff-title', 'adult-title', 'family-title', 'public-title', 'place-title'];

const CONTEXT_KINDS: ReadonlySet<string> = new Set([
  'staff-role',
  'parent-role',
  'adult-role',
  'praise',
  'pupil',
  'group-word',
  'book',
  'past',
  'place-noun',
]);

/** How many words round a name are read: a post's worth, however long the post. */
const WINDOW = 60;

const contextKinds = ({ key }: Token): readonly string[] =>
  cueKinds(key).filter((kind) => CONTEXT_KINDS.has(kind));

const ends = (tokens: readonly Token[], index: number, step: -1 | 1): Token | undefined => {
  const token = tokens[index + step];
  const here = tokens[index]!;
  return token && Math.abs(token.sentence - here.sentence) <= 1 ? token : undefined;
};

const ownCues = ({ line, from, to }: Candidate): string[] => {
  const own = line.tokens.slice(from, to);
  const [first] = own as [Token, ...Token[]];
  const phrase = own.map(({ key }) => key).join(' ');
  const shape = line.isShouted ? 'shouted' : first.shape;
  const second = own[1];
  const rest =
    second &&
    (second.text.length === 1
      ? 'initial'
      : second.level === 0
        ? 'unknown'
        : `level${second.level}`);
  const knownSingle = own.length === 1 ? '1' : '2';
  const known = findKnown(phrase);
  const knownFirst = own.length > 1 ? findKnown(first.key) : undefined;
  const knownLast = own.length > 1 ? findKnown(own.at(-1)!.key) : undefined;
  return [
    `name:${first.band}/${first.level}`,
    `shape:${shape}/${first.band > 0 ? 'listed' : 'unlisted'}`,
    `start:${first.startsSentence}/${first.band}/${first.level > 0}`,
    `words:${own.length}`,
    ...(rest ? [`second:${rest}/${Math.min(second!.band, 2)}`] : []),
    ...(known ? [`known:${known}/${knownSingle}`] : []),
    ...(knownFirst ? [`known-first:${knownFirst}`] : []),
    ...(knownLast ? [`known-last:${knownLast}`] : []),
    ...(first.key.includes('-') ? ['hyphen'] : []),
    ...(own.at(-1)!.isPossessive ? [`possessive/${first.startsSentence}`] : []),
    ...(first.band === 0 ? [`end:${first.key.slice(-2)}`, `end:${first.key.slice(-3)}`] : []),
    `part:${line.part.name === 'text' ? 'text' : 'alt'}`,
  ];
};

const neighbourCues = ({ line: { tokens, part }, from, to }: Candidate): string[] => {
  const first = tokens[from]!;
  const last = tokens[to - 1]!;
  const before = [ends(tokens, from, -1), tokens[from - 2], tokens[from - 3]];
  const after = [tokens[to], tokens[to + 1], tokens[to + 2]];
  const gapAfter = after[0]?.gap ?? part.text.slice(last.span.end);
  const cues = [
    `b1:${gist(before[0])}`,
    `b2:${gist(before[1])} ${gist(before[0])}`,
    `b0:${punctuation(first.gap)}`,
    `b1p:${gist(before[0])}${punctuation(first.gap)}`,
    `a1:${gist(after[0])}`,
    `a2:${gist(after[0])} ${gist(after[1])}`,
    `a0:${punctuation(gapAfter)}`,
    `a1p:${punctuation(gapAfter)}${gist(after[0])}`,
    `b0a0:${punctuation(first.gap)}${punctuation(gapAfter)}`,
    `ba:${gist(before[0])}|${gist(after[0])}`,
  ];
  for (const [place, near] of [
    ['before', before],
    ['after', after],
  ] as const) {
    for (const [distance, token] of near.entries()) {
      if (!token) continue;
      for (const kind of contextKinds(token)) cues.push(`${kind}:${place}${distance}`);
    }
  }
  if (before[0] && first.gap === ' ') {
    for (const title of TITLE_KINDS) {
      if (isCue(title, before[0].key))
        cues.push(`${title}${before[0].shape === 'lower' ? '-lower' : ''}`);
    }
  }
  return cues;
};

/** Words that stand anywhere in the same sentence, and kinds of words anywhere in the post. */
const surroundingCues = ({ line: { tokens }, from, to }: Candidate): string[] => {
  const { sentence } = tokens[from]!;
  const cues = new Set<string>();
  const end = Math.min(tokens.length, to + WINDOW);
  for (let index = Math.max(0, from - WINDOW); index < end; index += 1) {
    if (index >= from && index < to) continue;
    const token = tokens[index]!;
    const isNear = token.sentence === sentence;
    if (isNear && token.level > 0) cues.add(`in:${token.key.replace(/\d+/gu, '0')}`);
    for (const kind of contextKinds(token)) cues.add(`${isNear ? 'sentence' : 'post'}:${kind}`);
  }
  return [...cues];
};

/** What speaks for or against a child's name, as keys of the weights. */
export const cuesOf = (candidate: Candidate): readonly string[] => [
  ...ownCues(candidate),
  ...neighbourCues(candidate),
  ...surroundingCues(candidate),
];
