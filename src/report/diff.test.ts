import { expect, it } from 'vitest';
import { diff } from './diff.ts';

const same = (text: string): string => text;
const change = (before: string, after: string, width = 30): readonly string[] =>
  diff({ text: before, masks: [] }, { text: after, masks: [] }, width, same, same);

it.each<[string, string, string, readonly string[]]>([
  ['one line', 'Well done Josh', 'Well done 4B', ['- Well done Josh', '+ Well done 4B']],
  [
    'only the lines that differ',
    'Hello\nWell done Josh\nBye',
    'Hello\nWell done 4B\nBye',
    ['- Well done Josh', '+ Well done 4B'],
  ],
  ['something put in', 'Hello', 'Hello\nBye', ['- Hello', '+ Hello', '+ Bye']],
  [
    'a long line in full',
    'Well done to everybody who ran in the mud',
    'Well done!',
    ['- Well done to everybody who', '  ran in the mud', '+ Well done!'],
  ],
  ['a long word', 'a'.repeat(40), 'b', [`- ${'a'.repeat(28)}`, `  ${'a'.repeat(12)}`, '+ b']],
  ['an empty text', '', 'A podium', ['+ A podium']],
  ['what is hidden', 'a\x1b[31m\rb', 'ab', ['- a␛[31m␍b', '+ ab']],
])('shows %s', (_, before, after, expected) => {
  expect(change(before, after)).toEqual(expected);
});
