import type { Mistake, Path } from '../syntax/place.ts';
import { isMapping, listOf, mappingOf } from '../syntax/plain-data.ts';

/** The texts of an example that may carry marks, with the way to each. */
const markedTexts = (example: unknown, path: Path): readonly (readonly [string, Path])[] => {
  if (typeof example === 'string') return [[example, path]];
  if (!isMapping(example)) return [];
  const found: (readonly [unknown, Path])[] = [
    [example['text'], [...path, 'text']],
    ...listOf(example['media']).flatMap((item, index) =>
      ['alt', 'file'].map((key): readonly [unknown, Path] => [
        mappingOf(item)[key],
        [...path, 'media', index, key],
      ]),
    ),
  ];
  return found.filter((one): one is readonly [string, Path] => typeof one[0] === 'string');
};

const isPaired = (text: string): boolean => {
  const marks = text.match(/[⟦⟧]/gu) ?? [];
  return marks.length % 2 === 0 && marks.every((mark, index) => mark === '⟦⟧'[index % 2]);
};

const markMistake = (text: string, isFlagged: boolean): string | undefined => {
  if (!isPaired(text)) return 'the marks ⟦ and ⟧ must stand in pairs';
  if (text.includes('⟦⟧')) return 'the marks ⟦⟧ have nothing between them';
  if (!isFlagged && text.includes('⟦')) return 'an example that is allowed carries no marks ⟦⟧';
  return undefined;
};

/** Marks in the examples of a rule that do not say what is flagged. */
export const exampleMistakes = (examples: unknown, path: Path): readonly Mistake[] =>
  (['flags', 'allows'] as const).flatMap((key) =>
    listOf(mappingOf(examples)[key]).flatMap((example, index) =>
      markedTexts(example, [...path, key, index]).flatMap(([text, at]): readonly Mistake[] => {
        const message = markMistake(text, key === 'flags');
        return message === undefined ? [] : [{ kind: 'wrong', path: at, message }];
      }),
    ),
  );
