import { describe, expect, it } from 'vitest';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import type { Document } from '../document/document.ts';
import { createDocument } from '../document/document.ts';
import { channels, notices } from './channels.ts';

const read = (text: string): Document =>
  createDocument(
    { id: 'one', text, origin: { file: 'x', line: 1, record: 1 }, at: { kind: 'now' }, media: [] },
    UNKNOWN_SCHOOL,
    { twitter: null, encoder: null },
  );

const topics = (text: string): string[] => [
  ...new Set(
    read(text)
      .facts(notices)
      .map(({ topic }) => topic),
  ),
];

const named = (text: string): string[] =>
  read(text)
    .facts(channels)
    .map(({ part, span }) => part.text.slice(span.start, span.end));

describe('notices', () => {
  it.each([
    ['Sixth form applications close at noon on Friday', ['deadline']],
    ['Please return the blue form by Monday', ['deadline']],
    ['Signed consent is needed for the farm visit', ['consent']],
    ['Residential deposit is due on Friday', ['payment']],
    ['Two cases of measles in Year 1', ['medical']],
    ['A safeguarding reminder for the car park', ['safeguarding']],
  ])('of %j', (text, found) => {
    expect(topics(text)).toEqual(found);
  });

  it.each([
    'Well done, you beat the deadline by a day',
    'A brave lesson on measles in 1840',
    'Essay deadline Friday, Year 12',
    'The choir closes the concert at noon',
    'We are hiring! Closing date 4 May',
  ])('none in %j', (text) => {
    expect(topics(text)).toEqual([]);
  });
});

describe('channels', () => {
  it.each([
    ['Details on the website', ['Details', 'website']],
    ['It is in book bags', ['book bags']],
    ['See https://oakfield.example/trip', ['https://oakfield.example/trip']],
    ['See oakfield.example', ['oakfield.example']],
    ['Phone 01632 960114', ['Phone', '01632 960114']],
    ['Ms Fernsby e-mailed everybody', ['e-mailed']],
  ])('of %j', (text, found) => {
    expect(named(text)).toEqual(found);
  });

  it('none where the post stands alone', () => {
    expect(named('Options forms must be in by Friday. Phones off in class!')).toEqual([]);
  });
});
