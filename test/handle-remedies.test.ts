import { describe, expect, it } from 'vitest';
import type { Check } from '../src/checks/check.ts';
import { mention } from '../src/checks/mention.ts';
import { reply } from '../src/checks/reply.ts';
import { createDocument } from '../src/document/document.ts';
import { twitterText } from '../src/document/twitter-text.ts';
import { editPost } from '../src/engine/edits.ts';
import { examplePost } from '../src/engine/example.ts';
import { SCHOOL } from './support/school.ts';

/** Every text that a check proposes instead, finding by finding. */
const proposals = (check: Check, example: string): string[] => {
  const { post } = examplePost(example, 'Europe/London');
  const document = createDocument(post, SCHOOL, { twitter: twitterText, encoder: null });
  const run = check.prepare({});
  return [...run({ document, atMs: 0, timezone: 'Europe/London' })].flatMap(({ remedies = [] }) =>
    remedies.flatMap((remedy) => ('edits' in remedy ? editPost(post, remedy.edits).text : [])),
  );
};

describe('instead of a handle', () => {
  it.each([
    [
      'Thank you @HexleyLibrary_UK for the books',
      ['Thank you Hexley Library UK for the books', 'Thank you for the books'],
    ],
    ['Stories read by @moorlandreaders today', ['Stories read today']],
    ['A shared stage with @MoorBand.', ['A shared stage with Moor Band.', 'A shared stage.']],
    ['Merlin came (@CastlePlayers)', ['Merlin came (Castle Players)', 'Merlin came']],
    ['As seen in the @hexleynews', []],
    ['With @MoorBand and @OakfieldSci', ['With Moor Band and @OakfieldSci']],
    ['Thanks to ＠\u200BMoorBand 🎉', ['Thanks to Moor Band 🎉', 'Thanks 🎉']],
    ['@MoorBand has won the cup', ['Moor Band has won the cup']],
    ['@MoorBand thank you for playing', ['Thank you for playing']],
    [' @MoorBand @LeysFC: see you there', ['See you there', 'See you there']],
    ['The club is run by @moorlandreaders', []],
    ['Who is watching @poppybakes today?', []],
    ['We met the author @poppyreads today', ['We met the author today']],
    ['@MoorBand', ['']],
  ])('%s', (text, wanted) => {
    expect(proposals(mention, text)).toEqual(wanted);
  });
});

describe('instead of an opening handle', () => {
  it.each([
    ['@MoorBand thank you for playing', ['Thank you for playing']],
    ['Replying to @LeysFC: ok, 4 pm', ['Ok, 4 pm']],
    ['@LeysFC ⚽ what a match', ['⚽ what a match']],
  ])('%s', (text, wanted) => {
    expect(proposals(reply, text)).toEqual(wanted);
  });
});
