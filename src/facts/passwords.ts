import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import type { SecretShape } from './passwords/shapes.ts';
import { secretShapes } from './passwords/shapes.ts';
import { isCredential, isHidden, isMixed, isPin, isWord, plainValue } from './passwords/values.ts';
import { sentenceAt, sentences } from './sentences.ts';
import { wordingDetector } from './wording.ts';

/** A password, a PIN or an entry code that is given away; the span takes in the words that say so. */
export interface Password {
  readonly part: Part;
  readonly span: Span;
}

const KINDS = ['advice', 'help', 'play', 'plain'] as const;
type Kind = (typeof KINDS)[number];

const cues = wordingDetector('passwords', {
  kinds: KINDS,
  longest: 'of-each',
  acrossSentences: false,
});

/** The last part of a domain says nothing: `.example`. */
const isInDomain = ({ part: { text }, span: { start } }: { part: Part; span: Span }): boolean =>
  /[^\s][.@/]$/u.test(text.slice(Math.max(start - 2, 0), start));

/** Which kinds of cue each sentence of the post holds. */
const kindsBySentence: Detector<ReadonlyMap<number, ReadonlySet<Kind>>> = (document) => {
  const all = document.facts(sentences);
  const kinds = new Map<number, Set<Kind>>();
  for (const cue of document.facts(cues)) {
    if (isInDomain(cue)) continue;
    const sentence = sentenceAt(all, document.parts, cue.part, cue.span.start);
    kinds.set(sentence, (kinds.get(sentence) ?? new Set()).add(cue.kind));
  }
  return [kinds];
};

/** Whether a kind of cue stands in the sentence of an offset or in one beside it. */
const isNear = (document: Document, part: Part, at: number, kind: Kind): boolean => {
  const own = sentenceAt(document.facts(sentences), document.parts, part, at);
  const [kinds] = document.facts(kindsBySentence);
  return [own - 1, own, own + 1].some((sentence) => kinds!.get(sentence)?.has(kind));
};

const ordinaryStarts: Detector<ReadonlyMap<Part, ReadonlySet<number>>> = (document) => [
  new Map(
    document.parts.map((part) => [
      part,
      new Set(
        document
          .facts(cues)
          .filter((cue) => cue.kind === 'plain' && cue.part === part)
          .map(({ span }) => span.start),
      ),
    ]),
  ),
];

const isOrdinaryWord = (document: Document, part: Part, { start }: Span): boolean =>
  document.facts(ordinaryStarts)[0]!.get(part)!.has(start);

/** What may stand behind a password that is a plain word. */
const ENDS =
  /^\s*(?:$|[.!,;)\n\u2026]|[^\p{L}\p{N}\s'"-]|(?:and|for|if|in case|so|until|this|today)\b|[-\u2013])/u;
const AFTER = 20;

const isGivenAway = (document: Document, part: Part, shape: SecretShape): boolean => {
  const { value, trust, secret, span } = shape;
  const raw = part.text.slice(value.start, value.end);
  const plain = plainValue(raw);
  if (isHidden(plain)) return false;
  const has = (kind: Kind): boolean => isNear(document, part, span.start, kind);
  if (has('advice') || has('play')) return false;
  if (trust === 'mixed-only') return isMixed(plain);
  if (/^pin$/iu.test(secret)) return isPin(plain);
  if (isPin(plain) || isCredential(plain)) return true;
  if (trust === 'credential' || has('help')) return false;
  if (/^["'\u201c\u2018]/u.test(raw)) return true;
  if (!isWord(plain) || isOrdinaryWord(document, part, value)) return false;
  if (trust === 'any-word') return true;
  const end = value.start + plain.length;
  return ENDS.test(part.text.slice(end, end + AFTER));
};

const TRAILING = /[.,!?:;)\]\u2026]+$/u;

const spanOf = ({ text }: Part, { span: { start, end } }: SecretShape): Span => ({
  start,
  end: start + text.slice(start, end).replace(TRAILING, '').length,
});

const MAY_TELL =
  /pass ?(?:word|code|phrase|key)|\bpass ?[:=]|\bp\/?wd?\b|\bpin\b|\bcombination\b|\b(?:code|key)\b|\b(?:log|sign)[ -]?in|\bwi-?fi/i;

/** Passwords, PINs and entry codes that the text or an alt text gives away. */
export const passwords: Detector<Password> = (document) =>
  document.parts
    .filter(({ name, text }) => !name.endsWith('.file') && MAY_TELL.test(text))
    .flatMap((part) =>
      secretShapes(part.text)
        .filter((shape) => isGivenAway(document, part, shape))
        .map((shape) => ({ part, span: spanOf(part, shape) })),
    );
