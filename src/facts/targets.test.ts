import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mark } from '../core/marks.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { createDocument } from '../document/document.ts';
import type { Target } from './targets.ts';
import { targets } from './targets.ts';

const SCHOOL = {
  ...UNKNOWN_SCHOOL,
  people: { ...UNKNOWN_SCHOOL.people, pupils: ['Tadhg Imrie', 'Zainab Qadri', 'Kofi Brandt'] },
};

const targetsIn = (text: string, who: Target['target']) => {
  const document = createDocument(
    {
      id: 'a',
      text,
      origin: { file: 'a', line: 1, record: 1 },
      at: { kind: 'unscheduled' },
      media: [],
    },
    SCHOOL,
    { twitter: null, encoder: null },
  );
  const found = document.facts(targets[who]);
  return {
    marked: mark(
      text,
      found.map(({ part, span }) => document.place(part, span).span),
    ),
    as: found
      .map(({ kind, confidence, withGroup }) =>
        [kind, confidence, ...(withGroup ? ['with a group'] : [])].join(', '),
      )
      .join('; '),
  };
};

describe('targets: one child', () => {
  it.each([
    ['Well done ⟦Tadhg⟧! Tadhg swam a whole length', 'praise, likely'],
    ['Well done ⟦Tadhg Imrie⟧, first in the final. Bravo Tadhg!', 'praise, likely'],
    ['Well done Tadhg and Zainab, what a duet', ''],
    ['Happy birthday ⟦Kofi⟧ 🎂', 'birthday, likely'],
    ['⟦Zainab⟧ brought a jar of snails', 'spotlight, possible'],
    ['Thank you to Zainab’s dad for mending the gate', ''],
    ['Happy birthday to ⟦our youngest pupil⟧', 'birthday, likely'],
    ['Thank you to ⟦the Year 3 boy⟧ who found my keys', 'praise, likely'],
    ['⟦Someone⟧ in Year 2 did a cartwheel today. Superb!', 'praise, likely'],
    ['Good luck to ⟦a young pianist⟧ who plays in Leeds tonight', 'wishes, likely'],
    [
      'Year 4, kit on Monday please. ⟦One of our Year 4 boys⟧ left his boots, please collect them',
      'reminder, likely, with a group',
    ],
    ['A child was nearly hit on the zigzags. Please park elsewhere', ''],
    ['Our student teachers were brilliant', ''],
    ['There is a Boy in the Girls’ Bathroom is our class book. Great read', ''],
  ])('%s', (marked, as) => {
    expect(targetsIn(marked.replace(/[⟦⟧]/gu, ''), 'child')).toEqual({ marked, as });
  });

  it('stays inside the text, whatever it is', () => {
    const word = fc.constantFrom(
      'well',
      'done',
      'a',
      'boy',
      'in',
      'Year 3',
      '4B',
      '!',
      '🎉',
      'one of our',
      'pupils',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (some) => {
        const text = some.join(' ');
        const { marked } = targetsIn(text, 'child');
        expect(marked.replace(/[⟦⟧]/gu, '')).toBe(text);
      }),
    );
  });
});

describe('targets: grown-ups and groups', () => {
  it('finds the grown-up in a sentence that aims', () => {
    expect(targetsIn('I met the parent who runs the market', 'adult')).toEqual({
      marked: 'I met the parent who runs the market',
      as: '',
    });
    expect(targetsIn('A reminder to the parent who blocked the gate', 'adult')).toEqual({
      marked: 'A reminder to ⟦the parent⟧ who blocked the gate',
      as: 'reminder, likely',
    });
  });

  it('finds the group in a sentence that aims', () => {
    expect(targetsIn('Well done 4B! We went to the farm with 4C', 'group')).toEqual({
      marked: 'Well done ⟦4B⟧! We went to the farm with 4C',
      as: 'praise, likely',
    });
  });
});
