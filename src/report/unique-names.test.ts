import fc from 'fast-check';
import { expect, it } from 'vitest';
import { uniqueNames } from './unique-names.ts';

it('numbers the second and later ones, past those that are called so already', () => {
  const name = uniqueNames();
  expect(['a', 'b', 'a', 'a (3)', 'a', 'a (2)'].map(name)).toEqual([
    'a',
    'b',
    'a (2)',
    'a (3)',
    'a (4)',
    'a (2) (2)',
  ]);
});

it('never gives a name twice', () => {
  const names = fc.array(fc.constantFrom('a', 'a (2)', 'a (3)', 'a (2) (2)', 'b'));
  fc.assert(
    fc.property(names, (list) => {
      expect(new Set(list.map(uniqueNames())).size).toBe(list.length);
    }),
  );
});
