import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finding, judged } from '../../test/support/oakfield-report.ts';
import { placeOf, startOf } from './place.ts';

describe('startOf', () => {
  it('counts as a reader does, in whatever order it is asked', () => {
    const pieces = fc.array(fc.constantFrom('a', '"', '’', '🎉', '\n', '\r\n'), { maxLength: 20 });
    const from = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(
        pieces,
        fc.array(fc.nat(20)),
        fc.boolean(),
        from,
        (all, asked, isCell, column) => {
          const cell = isCell ? { textColumn: column, doublesQuotes: true as const } : {};
          const origin = { file: 'q.csv', line: 3, record: 1, textLine: 3, ...cell };
          const { post } = judged('', { post: { text: all.join(''), origin } });
          for (const index of asked) {
            const before = all.slice(0, index).join('');
            const lines = (isCell ? before.replaceAll('"', '""') : before).split('\n');
            const first = isCell && lines.length === 1 ? column : 1;
            expect(startOf(post, before.length)).toEqual({
              line: lines.length + 2,
              column: lines.at(-1)!.length + first,
            });
          }
        },
      ),
    );
  });
});

describe('placeOf', () => {
  const cells = {
    text: { line: 4, column: 2, name: 'Message' },
    at: { line: 4, column: 30, name: 'Time' },
    media: { line: 4, column: 47, name: 'Image URL' },
  };
  const post = (origin: object) =>
    judged('Well done\nOlwen', {
      post: { origin: { file: 'q.csv', line: 4, record: 2, ...origin } },
    }).post;
  const name = finding('no-child-names', { start: 10, end: 15 });
  const time = finding('school-hours', null, { where: 'at' });

  const file = finding('no-child-names', { start: 0, end: 5 }, { where: 'media[0].file' });

  it.each<[string, object, typeof name, object]>([
    [
      'words of a cell',
      { textLine: 4, textColumn: 3, cells },
      name,
      {
        start: { line: 5, column: 1 },
        end: { line: 5, column: 6 },
        isExact: true,
        cell: 'Message',
      },
    ],
    [
      'another cell',
      { cells },
      time,
      { start: { line: 4, column: 30 }, isExact: true, cell: 'Time' },
    ],
    [
      'a picture’s file name',
      { textLine: 4, textColumn: 3, cells },
      file,
      { start: { line: 4, column: 47 }, isExact: false, cell: 'Image URL' },
    ],
    [
      'words of a JSON string',
      { cells },
      name,
      { start: { line: 4, column: 2 }, isExact: false, cell: 'Message' },
    ],
    ['words of nobody knows what', {}, name, { start: { line: 4, column: 1 }, isExact: false }],
    ['a draft’s time', { textLine: 5 }, time, { start: { line: 4, column: 1 }, isExact: false }],
  ])('points at %s', (_, origin, found, place) => {
    expect(placeOf(post(origin), found)).toEqual(place);
  });
});
