import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNKNOWN_SCHOOL } from '../../core/school.ts';
import { pupilsGlued, pupilsWritten } from './pupils-written.ts';
import { roster } from './roster.ts';

const names = roster({
  ...UNKNOWN_SCHOOL.people,
  pupils: ['Jory Penhallow', 'Rufus Tattersall', 'Anna Brown', 'Siân O’Rourke-Pell'],
  adults: ['Mrs Tattersall'],
});

const told = (text: string): readonly string[] =>
  pupilsWritten(text, names).map(({ how, words }) =>
    [how, ...words.map(({ start, end }) => text.slice(start, end))].join(' '),
  );

describe('pupils in what is no prose', () => {
  it.each([
    ['jory.penhallow@oakfield.example', ['full jory penhallow']],
    ['2107-rufus-tattersall.jpg', ['full rufus tattersall']],
    ['Penhallow, Jory.docx', ['full Penhallow Jory']],
    ['sian-o-rourke-pell.png', ['full sian o rourke pell']],
    ['j_penhallow', ['full j penhallow']],
    ['@jorypenhallow', ['full jorypenhallow']],
    ['JoryPenhallow’s iPad', ['full Jory Penhallow']],
    ['@joryp_2016', ['one joryp']],
    ['gallery/penhallow.html', ['one penhallow']],
    // Words, places, and colleagues of the same name.
    ['the-a-brown-bear.jpg', []],
    ['mr.penhallow@oakfield.example', []],
    ['tattersall.jpg', []],
    ['twitter-archive.zip/data/tweets.js', []],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('leaves prose alone', () => {
    expect(pupilsGlued('Jory and Penhallow read to Anna Brown.', names)).toEqual([]);
    const text = 'See www.oakfield.example/jory-penhallow now';
    expect(pupilsGlued(text, names).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'jory-penhallow',
    ]);
  });

  it('tells places of the text, in order and apart', () => {
    const piece = fc.constantFrom('jory', 'Penhallow', 'rufus', '-', '.', ' ', '1', '@', 'a', 'é');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const { words } of pupilsWritten(text, names)) {
          for (const { start, end } of words) {
            expect(at <= start && start < end && end <= text.length).toBe(true);
            at = end;
          }
        }
      }),
    );
  });
});
