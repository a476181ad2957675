import { pattern } from '../core/pattern.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import type { Cue } from './cues.ts';
import { cueDetector } from './cues.ts';
import { isPlainRepost, reposts } from './reposts.ts';

/** A place in the text where one person speaks of themselves; the span counts the folded text. */
export interface OwnVoice {
  readonly part: Part;
  readonly span: Span;
  /** `unsaid`: the sentence leaves its `I` out. */
  readonly form: 'said' | 'unsaid';
}

const cues = cueDetector('accounts', { telling: ['self', 'self-gone'], others: ['spoken'] });

/** `I` goes on with a small word, or with one in capitals; else it is a figure, an initial or a title. */
const SPOKEN_ON = pattern(
  /^(?:,? ?(?:too|also|therefore|however),?)? (?:\p{Ll}|\p{Lu}{2,}(?!\p{Ll}))/u,
);
const TITLE_WORD = pattern(/^\p{Lu}\p{Ll}/u);
/** `My Fair Lady`, unlike `My Year Eights`. */
const TITLE = pattern(
  /^My(?: (?!(?:Years?|Yr|Class|Form|Upper|Lower|Key|GCSE|Head)\b)\p{Lu}[\p{Ll}'’]+){2}/u,
);
const SMALL_BEFORE = pattern(/\p{Ll} $/u);
const SENTENCE_START = /(?:^|[.!?:\n\u2026\u2013\u2014"“(])\s*$/u;
const BEFORE = 16;
const AFTER = 60;

const speaks = ({ part: { text }, span }: Cue<string>, isSpoken: boolean): boolean => {
  const word = text.slice(span.start, span.end);
  const after = text.slice(span.end, span.end + AFTER);
  if (word === 'i') return isSpoken;
  if (word === 'I' || /^im$/iu.test(word)) return SPOKEN_ON.test(after);
  if (/^ ?[=/^²×+]/u.test(after)) return false;
  if (!/^M[ey]$/u.test(word)) return true;
  const before = text.slice(Math.max(0, span.start - BEFORE), span.start);
  return SENTENCE_START.test(before)
    ? !TITLE.test(text.slice(span.start, span.end + AFTER))
    : !TITLE_WORD.test(after.trimStart()) && !SMALL_BEFORE.test(before);
};

/** Where a retweet begins that runs on to the end of the text. */
const copyStart = (document: Document): number =>
  document.facts(reposts).find(({ form }) => form !== 'quote')?.span.start ?? Infinity;

/** Where the writer of the text speaks as one person, outside quotations, retweets and titles. */
export const ownVoice: Detector<OwnVoice> = (document) => {
  if (isPlainRepost(document)) return [];
  const copied = copyStart(document);
  const found = document.facts(cues).filter(({ part }) => part === document.body);
  const spoken = new Set(
    found.filter(({ kind }) => kind === 'spoken').map(({ span }) => span.start),
  );
  return found.flatMap((cue): OwnVoice[] => {
    const { part, span, kind } = cue;
    if (kind === 'spoken' || span.start >= copied) return [];
    if (kind === 'self-gone') return [{ part, span, form: 'unsaid' }];
    return speaks(cue, spoken.has(span.start)) ? [{ part, span, form: 'said' }] : [];
  });
};
