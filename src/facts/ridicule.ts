import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import { insults } from './abuse.ts';
import { bullyingWords } from './bullying.ts';
import type { Cue } from './cues.ts';
import { pictureCues } from './picture-wording.ts';
import { sentenceAt, sentences } from './sentences.ts';

/** Words that make fun of somebody in a picture; the span counts the part's folded text. */
export interface Ridicule {
  readonly part: Part;
  readonly span: Span;
  /** `tease`: among friends it may be meant kindly. */
  readonly form: 'mock' | 'tease';
}

/** Laughter makes mockery of teasing in the same sentence or the next. */
const LAUGHTER = /[😂🤣🤡🙈🤪]|\b(?:lol|lmao|rofl|ha ?haha*)\b/giu;

const laughterIn = (document: Document): ReadonlySet<number> => {
  const all = document.facts(sentences);
  return new Set(
    document.parts.flatMap((part) =>
      [...part.text.matchAll(LAUGHTER)].map(({ index }) =>
        sentenceAt(all, document.parts, part, index),
      ),
    ),
  );
};

type Tease = Cue<string>;

const near = (sentence: number): readonly number[] => [sentence - 1, sentence, sentence + 1];

/** `Caption this`, `best caption wins`: one joke. */
const isCaption = ({ part, span }: Tease): boolean =>
  /caption/i.test(part.text.slice(span.start, span.end));

/** Whether one of several goes together with another, as far as one aside away. */
const joining = (told: readonly Tease[]): ((one: Tease) => boolean) => {
  const captions = new Map<number, number>();
  const others = new Map<number, number>();
  for (const one of told) {
    const counts = isCaption(one) ? captions : others;
    counts.set(one.sentence, (counts.get(one.sentence) ?? 0) + 1);
  }
  const around = (counts: ReadonlyMap<number, number>, sentence: number): number =>
    [-2, -1, 0, 1, 2].reduce((sum, off) => sum + (counts.get(sentence + off) ?? 0), 0);
  return (one) =>
    isCaption(one)
      ? around(others, one.sentence) > 0
      : around(others, one.sentence) + around(captions, one.sentence) > 1;
};

/** Insults and belittling, whoever they are meant for. */
const contemptIn = (document: Document): readonly Ridicule[] => [
  ...document.facts(insults).map(({ part, span }): Ridicule => ({ part, span, form: 'mock' })),
  ...document
    .facts(bullyingWords)
    .filter(({ form }) => form === 'belittle' || form === 'nickname')
    .map(({ part, span }): Ridicule => ({ part, span, form: 'mock' })),
];

/** A joke about a costume day, a grown-up, an animal or a thing is at no pupil's expense. */
export const ridicule: Detector<Ridicule> = (document) => {
  const cues = document.facts(pictureCues);
  const told = cues.filter(({ kind }) => kind === 'mock' || kind === 'tease');
  const contempt = contemptIn(document);
  if (told.length === 0) return contempt;
  const laughter = laughterIn(document);
  const isCostumeDay = cues.some(({ kind }) => kind === 'costume');
  const others = new Set(
    cues
      .filter(({ kind }) => kind === 'grown-up' || kind === 'thing')
      .map(({ sentence }) => sentence),
  );
  const isJoined = joining(told);
  const isLaughedAt = ({ sentence }: Tease): boolean =>
    near(sentence).some((index) => laughter.has(index));
  const found = told.flatMap((one): Ridicule[] => {
    const { kind, part, span, sentence } = one;
    if (kind === 'mock') return others.has(sentence) ? [] : [{ part, span, form: 'mock' }];
    if (isCostumeDay || near(sentence).some((index) => others.has(index))) return [];
    return [{ part, span, form: isLaughedAt(one) || isJoined(one) ? 'mock' : 'tease' }];
  });
  const own = found.filter(({ form }) => form === 'mock');
  const parts = new Set(own.map(({ part }) => part));
  const mocked = [...own, ...contempt.filter(({ part }) => !parts.has(part))];
  return mocked.length > 0 ? mocked : found;
};
