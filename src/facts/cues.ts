import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import { quotes } from './quotes.ts';
import { sentenceAt, sentences } from './sentences.ts';
import { isTouched, stretchesOf } from './stretches.ts';
import type { WordingName } from './wording.ts';
import { wordingDetector } from './wording.ts';

/** A phrase of a list in kinds; the span counts the part's folded text. */
export interface Cue<Kind extends string> {
  readonly part: Part;
  readonly span: Span;
  readonly kind: Kind;
  /** Which sentence of the post it begins in, counted from 0. */
  readonly sentence: number;
}

/** Which kinds of cue a list holds. */
interface CueKinds<Kind extends string> {
  /** Without one of these the others tell nothing. */
  readonly telling: readonly Kind[];
  readonly others: readonly Kind[];
}

const HARMLESS = 'harmless';

/**
 * A detector for the cues of a list whose lines stand under `[kind]`s. What stands in quotation
 * marks is somebody else's and left out; a `[harmless]` line takes away every cue that it touches,
 * unless the cue says all of it and more.
 */
export const cueDetector = <const Kind extends string>(
  list: WordingName,
  { telling, others }: CueKinds<Kind>,
): Detector<Cue<Kind>> => {
  const how = { longest: 'of-each', acrossSentences: false } as const;
  const tell = wordingDetector<Kind>(list, { kinds: telling, ...how });
  const accompany = wordingDetector<Kind | typeof HARMLESS>(list, {
    kinds: [...others, HARMLESS],
    ...how,
  });
  return (document) => {
    const told = tell(document);
    if (told.length === 0) return [];
    const hits = [...told, ...accompany(document)];
    const harmless = hits.filter(({ kind }) => kind === HARMLESS);
    const covered = stretchesOf([...document.facts(quotes), ...harmless]);
    const all = document.facts(sentences);
    const cues = hits.flatMap(({ kind, part, span }) => {
      if (kind === HARMLESS || isTouched(covered, { part, span })) return [];
      return [{ part, span, kind, sentence: sentenceAt(all, document.parts, part, span.start) }];
    });
    return cues.sort((a, b) => a.sentence - b.sentence || a.span.start - b.span.start);
  };
};
