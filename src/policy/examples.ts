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

const KINDS = ['flags', 'allows'] as const;

const isFilled = (list: unknown): boolean => Array.isArray(list) && list.length > 0;

/** Lists without an example; a rule that was inherited without any may stay so. */
const emptyMistakes = (examples: unknown, path: Path, isInherited: boolean): readonly Mistake[] => {
  const empty = KINDS.filter((key) => {
    const list = mappingOf(examples)[key];
    return Array.isArray(list) && list.length === 0;
  });
  if (isInherited && empty.length === KINDS.length) return [];
  // What cannot be judged before a school tells more has nothing to flag.
  const isWaiting = isFilled(mappingOf(examples)['unchecked']);
  return empty
    .filter((key) => key !== 'flags' || !isWaiting)
    .map((key) => ({
      kind: 'wrong',
      path: [...path, key],
      message: `${key} must hold at least one example`,
    }));
};

/** Examples of a rule that are not there, and marks that do not say what is flagged. */
export const exampleMistakes = (
  examples: unknown,
  path: Path,
  isInherited: boolean,
): readonly Mistake[] => [
  ...emptyMistakes(examples, path, isInherited),
  ...[...KINDS, 'unchecked'].flatMap((key) =>
    listOf(mappingOf(examples)[key]).flatMap((example, index) =>
      markedTexts(example, [...path, key, index]).flatMap(([text, at]): readonly Mistake[] => {
        const message = markMistake(text, key === 'flags');
        return message === undefined ? [] : [{ kind: 'wrong', path: at, message }];
      }),
    ),
  ),
];
