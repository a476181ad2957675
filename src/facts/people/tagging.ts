import { countWhile } from '../../core/partition.ts';
import type { Span } from '../../core/span.ts';
import type { Detector, Part } from '../../document/document.ts';
import { knownWords } from '../reader/known-words.ts';
import type { ReaderWord } from '../reader/words.ts';
import { readerWords } from '../reader/words.ts';
import { TAGS, tag } from '../tagger/tagger.ts';

/** The words of a part and what the light tier says of each. */
export interface Tagging {
  readonly part: Part;
  readonly words: readonly ReaderWord[];
  /** What known name each word belongs to, as `knownWords` tells. */
  readonly figures: readonly number[];
  /** For each word how probable each of TAGS is; undefined for words that are no part of any name. */
  readonly chances: readonly (Float32Array | undefined)[];
}

/** The text and each alt text, tagged; file names have a layer of their own. */
export const taggings: Detector<Tagging> = ({ parts }) =>
  parts
    .filter(({ name }) => !name.endsWith('.file'))
    .map((part) => {
      const words = readerWords(part.text);
      const figures = knownWords(words);
      return { part, words, figures, chances: tag(words, figures) };
    });

export const WORD = TAGS.indexOf('word');
export const CHILD = TAGS.indexOf('child');

/** Below this nothing speaks for a child. */
const UNLIKELY = 0.2;

/** Whether the words at a place speak against a child’s name there. */
export const isUnlikely =
  ({ words, chances }: Tagging) =>
  ({ start, end }: Span): boolean => {
    const from = countWhile(words, ({ span }) => span.end <= start);
    const to = countWhile(words, ({ span }) => span.start < end);
    return chances.slice(from, to).every((one) => (one?.[CHILD] ?? 0) < UNLIKELY);
  };

/** Above this some kind is settled, and so is the word; chosen by what the reader would change. */
const SETTLED = 0.97;

const isSettled = (chances: Float32Array | undefined): boolean =>
  !chances || chances.some((chance) => chance >= SETTLED);

/** Whether the light tier leaves a word open. */
export const isOpen = ({ chances }: Tagging): boolean => !chances.every(isSettled);
