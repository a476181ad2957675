import { describe, expect, it } from 'vitest';
import type { Published } from '../core/post.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { createDocument } from '../document/document.ts';
import { isAboutSchool, purposeOf } from './purpose.ts';

const documentOf = (text: string, published?: Published) =>
  createDocument(
    {
      id: '1',
      text,
      origin: { file: 'a.txt', line: 1, record: 1 },
      at: { kind: 'now' },
      media: [],
      ...(published && { published }),
    },
    UNKNOWN_SCHOOL,
    { twitter: null, encoder: null },
  );

describe('purposeOf', () => {
  it.each([
    ['achievement', 'Congratulations to our chess players, county champions for the second year!'],
    ['event', 'The summer fair begins at noon on the field. Join us!'],
    ['notice', 'Reminder: library books are due back on Thursday'],
    ['notice', 'School is closed today because of a burst pipe'],
    ['learning', 'We have been learning how volcanoes grow'],
    ['learning', '5P and a bucket of frogspawn'],
    ['thanks', 'Thank you to everybody who brought apples'],
    ['other', 'Frost on the gate and a robin on the wall'],
    ['reply', '@HexleyLibrary four o’clock is perfect'],
    ['repost', 'RT @HexleyLibrary: New comics are in'],
  ] as const)('finds %s in “%s”', (purpose, text) => {
    expect(purposeOf(documentOf(text))).toBe(purpose);
  });

  it('asks the archive first whose words they are and what they answer', () => {
    const text = 'Congratulations to our chess players';
    expect(purposeOf(documentOf(text, { kind: 'repost' }))).toBe('repost');
    expect(purposeOf(documentOf(text, { kind: 'like' }))).toBe('repost');
    expect(purposeOf(documentOf(text, { kind: 'own', replyToId: '7' }))).toBe('reply');
    const thread: Published = { kind: 'own', replyToId: '7', continuesOwn: true };
    expect(purposeOf(documentOf(text, thread))).toBe('achievement');
  });
});

describe('isAboutSchool', () => {
  it.each([
    [true, 'Our pupils planted an oak'],
    [true, 'Year 4 and the missing trombone'],
    [false, 'My sourdough has risen at last'],
  ])('is %s of “%s”', (isAbout, text) => {
    expect(isAboutSchool(documentOf(text))).toBe(isAbout);
  });
});
