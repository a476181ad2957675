import { pattern } from '../core/pattern.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import { creditCues, isCredited } from './credit.ts';
import sayingWords from './data/saying-words.txt?raw';
import { hashtags } from './hashtags.ts';
import { knownLines } from './known-lines.ts';
import { people } from './people.ts';
import type { Quote } from './quotes.ts';
import { quotes } from './quotes.ts';
import type { Stretches } from './stretches.ts';
import { quotedWords } from './quoted-words.ts';
import { isTouched, stretchesOf } from './stretches.ts';
import type { Word } from './words.ts';
import { words } from './words.ts';
import { wordSet } from './word-set.ts';

/** Words or a picture of somebody else’s with nobody named; the span counts the part’s folded text. */
export interface Uncredited {
  readonly part: Part;
  readonly span: Span;
  /** `admitted`: the post says that it was taken; `anonymous`: or that nobody knows whose it is. */
  readonly form: 'admitted' | 'anonymous' | 'copy' | 'line' | 'quotation';
}

/** A retweet typed by hand that leaves out whose it was: `MT: …`, `RT "…`. */
const COPY_SIGN = /^\s*(?:MT|RT)\s?[:"\u201c](?!\s*@)/u;

const FEWEST_WORDS = 6;
/** Beside an unexplained quotation more words than these would tell what it is. */
const MOST_BESIDE = 8;

const isSayingWord = wordSet(sayingWords);

const FIRST_PERSON =
  /^(?:i|i'm|i've|i'll|i'd|me|my|mine|myself|we|we're|we've|we'll|us|our|ours)$/u;
const GROUP = /(?:year|yr|y|class|reception|nursery|form)\s?\d|\b\d{1,2}[a-z]{1,2}\b/iu;
const LEAD_TAG = /motivat|quote|wisdom|wiseword|inspir|thought|mantra|mindset|positiv/iu;
/** `— Ama Quill`, `(Ama Quill)`, or a name on the next line. */
const NAMED_BEHIND = pattern(/^[\s.,!]*(?:[-\u2013\u2014\u2015~|/(\u2022]+|\n)\s*(?:by )?#?\p{L}/u);
const NAMED_NEXT = pattern(/^[ .,!]*\p{Lu}\p{Ll}+(?: \p{Lu}[\p{Ll}.]*)+\s*(?:$|[\n.!#(,])/u);
const AFTER = 60;
/** From `Nabbed it` to `from somebody’s page`. */
const SENTENCES_BETWEEN = 1;
/** What may stand between a quotation and the next word, and the beginning of that. */
const AFTER_MARK = 5;

interface Surroundings {
  readonly led: Stretches;
  readonly isLed: boolean;
  /** Words beside quotations and tags. */
  readonly beside: number;
}

/** Undefined when the words beside quotations tell that they are speech, a sign, a title or our own. */
const readSurroundings = (document: Document): Surroundings | undefined => {
  const { body } = document;
  const cues = document.facts(creditCues).filter(({ part }) => part === body);
  const leads = cues.filter(({ kind }) => kind === 'lead' || kind === 'copied');
  const led = stretchesOf(leads);
  if (cues.some((cue) => cue.kind === 'excuse' && !isTouched(led, cue))) return undefined;
  const tags = document.facts(hashtags).filter(({ part }) => part === body);
  const apart = stretchesOf([...document.facts(quotes), ...tags]);
  const beside = document
    .facts(words)
    .filter((word) => word.part === body && !isTouched(apart, word)).length;
  const isLed = leads.length > 0 || tags.some(({ tag }) => LEAD_TAG.test(tag));
  return { led, isLed, beside };
};

const isNamedBeside = (document: Document): boolean => {
  const quoted = stretchesOf(document.facts(quotes));
  return document
    .facts(people)
    .some((one) => one.part === document.body && !isTouched(quoted, one));
};

const isSaying = (inside: readonly Word[], isLed: boolean): boolean => {
  if (!isLed && inside.some(({ key }) => FIRST_PERSON.test(key))) return false;
  const telling = inside.filter(({ key }) => isSayingWord(key)).length;
  return telling >= (isLed ? 1 : 2);
};

const quotationsIn = (document: Document): Uncredited[] => {
  const { body } = document;
  const long = document.facts(quotedWords).filter((quote) => quote.words.length >= FEWEST_WORDS);
  if (long.length === 0) return [];
  const around = readSurroundings(document);
  if (!around || (!around.isLed && around.beside > MOST_BESIDE)) return [];
  if (GROUP.test(outside(body.text, long))) return [];
  const found = long.filter(({ span, words: inside }) => {
    const quoted = body.text.slice(span.start, span.end);
    const behind = body.text.slice(span.end, span.end + AFTER);
    return (
      !/[\d?]/u.test(quoted) &&
      !NAMED_BEHIND.test(behind) &&
      !(NAMED_NEXT.test(behind) && !isLedBehind(around.led, body, span.end)) &&
      isSaying(inside, around.isLed)
    );
  });
  if (found.length === 0 || isNamedBeside(document)) return [];
  return found.map(({ part, span }) => ({ part, span, form: 'quotation' }));
};

/** `Happy Monday!` is nobody’s name. */
const isLedBehind = (led: Stretches, part: Part, end: number): boolean =>
  isTouched(led, { part, span: { start: end, end: end + AFTER_MARK } });

const outside = (text: string, spans: readonly Quote[]): string => {
  let from = 0;
  let rest = '';
  for (const { span } of spans) {
    rest += `${text.slice(from, span.start)} `;
    from = span.end;
  }
  return rest + text.slice(from);
};

const linesIn = (document: Document): Uncredited[] => {
  const lines = document.facts(knownLines).filter(({ isCredited: isNamed }) => !isNamed);
  if (lines.length === 0) return [];
  const cues = document.facts(creditCues);
  if (cues.some(({ kind }) => kind === 'verse')) return [];
  return lines.map(({ part, span }) => ({ part, span, form: 'line' }));
};

const admittedIn = (document: Document): Uncredited[] => {
  const cues = document.facts(creditCues);
  const takings = cues.filter(({ kind }) => kind === 'took');
  const isTaken = (whence: (typeof cues)[number]): boolean =>
    takings.some(
      ({ part, sentence }) =>
        part === whence.part && Math.abs(sentence - whence.sentence) <= SENTENCES_BETWEEN,
    );
  return cues.flatMap((cue): Uncredited[] => {
    const { kind, part, span } = cue;
    if (kind === 'anonymous') return [{ part, span, form: 'anonymous' }];
    const isAdmitted = kind === 'copied' || (kind === 'whence' && isTaken(cue));
    return isAdmitted ? [{ part, span, form: 'admitted' }] : [];
  });
};

const copiesIn = ({ body }: Document): Uncredited[] => {
  const sign = COPY_SIGN.exec(body.text);
  return sign ? [{ part: body, span: { start: 0, end: body.text.length }, form: 'copy' }] : [];
};

/** What the post shows as if it were its own, or without saying whose it is. */
export const uncreditedParts: Detector<Uncredited> = (document) => {
  const found = [
    ...admittedIn(document),
    ...copiesIn(document),
    ...linesIn(document),
    ...quotationsIn(document),
  ];
  return found.length > 0 && !isCredited(document) ? found : [];
};
