import { describe, expect, it } from 'vitest';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { createDocument } from '../document/document.ts';
import { FRESH_TOOLS } from '../engine/tools.ts';
import { marksAlone, wordMarks } from './word-marks.ts';

const documentOf = (text: string) =>
  createDocument(
    {
      id: 'a',
      text,
      origin: { file: 'a', line: 1, record: 1 },
      at: { kind: 'unscheduled' },
      media: [{ alt: 'a tree' }],
    },
    UNKNOWN_SCHOOL,
    FRESH_TOOLS,
  );

const TREES: Readonly<Record<string, string>> = { tree: 'wood', trees: 'woods' };
const read = (key: string): string | undefined => TREES[key];

describe('wordMarks', () => {
  it('tells where words stand of which something is known, in pictures too', () => {
    expect(wordMarks(read)(documentOf('Trees! A tree by the gate'))).toEqual([
      { at: 0, value: 'woods' },
      { at: 2, value: 'wood' },
      { at: 7, value: 'wood' },
    ]);
  });

  it('finds nothing where no word is known', () => {
    expect(wordMarks((key) => (key === 'pond' ? 1 : undefined))(documentOf('A gate'))).toEqual([]);
  });

  it('gives the same to whoever asks after a document, or a word, was looked at', () => {
    const document = documentOf('Trees by the gate');
    wordMarks((key) => key.length)(document);
    const late = wordMarks(read);
    const alone = marksAlone(read);
    expect(late(document)).toEqual(alone(document));
    const next = documentOf('Every gate has a tree');
    expect(late(next)).toEqual(alone(next));
  });
});
