import type { Confidence } from '../core/severity.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import { disguisesIn, findDrawnOut } from './disguises.ts';
import { links } from './links.ts';
import { isTouched, stretchesOf } from './stretches.ts';
import type { SwearingKind, SwearWords } from './swear-words.ts';
import { swearWords } from './swear-words.ts';
import type { Word } from './words.ts';
import { words } from './words.ts';
import { wordingDetector } from './wording.ts';

/** A swear word or a slur; the span counts the part's folded text. */
export interface Swearing {
  readonly part: Part;
  readonly span: Span;
  readonly kind: SwearingKind;
  readonly confidence: Confidence;
  /** Signs, digits, spaces or other words hide it. */
  readonly isDisguised: boolean;
}

const PHRASES = {
  'swear-strong': 'strong',
  'swear-medium': 'medium',
  'swear-mild': 'mild',
} as const;
const swearPhrases = wordingDetector('abuse', {
  kinds: ['swear-strong', 'swear-medium', 'swear-mild', 'swear-clean'],
  longest: 'of-each',
  acrossSentences: false,
});
const slurPhrases = wordingDetector('hatred', {
  kinds: ['slur', 'slur-clean'],
  longest: 'of-each',
  acrossSentences: false,
});

const CAMEL = /\p{Ll}\p{Lu}/u;

const kindOfWord = ({ key, text }: Word, list: SwearWords): SwearingKind | undefined => {
  const whole = list.kindOf(key);
  if (whole) return whole;
  if (/['-]/.test(key)) {
    const bare = key.replace(/'s?$|'s$/, '').replace(/-/g, '');
    const pieces = [bare, ...key.split(/['-]/)];
    return pieces.map((piece) => list.kindOf(piece)).find(Boolean);
  }
  if (CAMEL.test(text)) {
    return text
      .split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u)
      .map((piece) => list.kindOf(piece.toLowerCase()))
      .find(Boolean);
  }
  const drawnOut = findDrawnOut(key, list);
  return drawnOut === undefined ? undefined : list.kindOf(drawnOut);
};

const plain = (document: Document, list: SwearWords): Swearing[] =>
  document.facts(words).flatMap((word) => {
    const kind = kindOfWord(word, list);
    if (!kind) return [];
    const { part, span } = word;
    return [{ part, span, kind, confidence: 'certain', isDisguised: false }];
  });

const hidden = (document: Document, list: SwearWords): Swearing[] =>
  document.parts.flatMap((part): Swearing[] => [
    ...[...part.text.matchAll(list.inside)].map(({ 0: text, index }): Swearing => ({
      part,
      span: { start: index, end: index + text.length },
      kind: 'strong',
      confidence: 'likely',
      isDisguised: true,
    })),
    ...disguisesIn(part.text, list).map(({ span, word, isFaint }): Swearing => ({
      part,
      span,
      kind: list.kindOf(word) ?? 'medium',
      confidence: isFaint ? 'possible' : 'likely',
      isDisguised: true,
    })),
  ]);

/** In reading order; of two that overlap the one that begins first, of those the longer. */
const apart = (found: readonly Swearing[], { parts }: Document): readonly Swearing[] => {
  const kept: Swearing[] = [];
  const ordered = [...found].sort(
    (a, b) =>
      parts.indexOf(a.part) - parts.indexOf(b.part) ||
      a.span.start - b.span.start ||
      b.span.end - a.span.end,
  );
  for (const one of ordered) {
    const last = kept.at(-1);
    if (!last || last.part !== one.part || one.span.start >= last.span.end) kept.push(one);
  }
  return kept;
};

/** Swear words and slurs, as they are or in disguise, outside links. */
export const swearing: Detector<Swearing> = (document) => {
  const list = swearWords();
  const phrases = document.facts(swearPhrases);
  const slurs = document.facts(slurPhrases);
  const found: Swearing[] = [...plain(document, list), ...hidden(document, list)];
  for (const { part, span, kind } of [...phrases, ...slurs]) {
    if (kind === 'swear-clean' || kind === 'slur-clean') continue;
    const level = kind === 'slur' ? kind : PHRASES[kind];
    found.push({ part, span, kind: level, confidence: 'likely', isDisguised: false });
  }
  if (found.length === 0) return [];
  const clean = [...phrases, ...slurs].filter(({ kind }) => kind.endsWith('-clean'));
  const covered = stretchesOf([...clean, ...document.facts(links)]);
  return apart(
    found.filter((one) => !isTouched(covered, one)),
    document,
  );
};
