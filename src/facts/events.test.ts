import { describe, expect, it } from 'vitest';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { createDocument } from '../document/document.ts';
import type { EventWording } from './events.ts';
import { events } from './events.ts';

const found = (text: string): readonly EventWording[] => {
  const document = createDocument(
    { id: 'one', text, origin: { file: 'x', line: 1, record: 1 }, at: { kind: 'now' }, media: [] },
    UNKNOWN_SCHOOL,
    { twitter: null, encoder: null },
  );
  return document.facts(events);
};

const find = (text: string): string[] =>
  found(text).map(({ part, span, kind, strength, timing }) =>
    [part.text.slice(span.start, span.end), kind, strength, timing].join(' | '),
  );

describe('events', () => {
  it.each([
    [
      'Half time at Hexley: we are 2-0 up!',
      ['Half time at | match | evident | now', '2-0 | match | evident | now'],
    ],
    ['FULL TIME!!! 4-4. What a game of hockey', ['FULL TIME | match | evident | now']],
    [
      'Final whistle. We lost 12-7 and grinned all the way.',
      ['Final whistle | match | evident | now', '12-7 | match | evident | now'],
    ],
    ['It is two sets all at Hexley', ['sets all | match | evident | now']],
    ['19–17!!! Get in!', ['19–17 | match | evident | now']],
    ['Interval! The dragon has mislaid a wing', ['Interval | performance | evident | now']],
    ['Curtain up in five. Break a leg, Year 6', ['Curtain up | performance | evident | now']],
    ['Just arrived at Fellside Lodge, sun out', ['Just arrived at | trip | evident | now']],
    ['We’re on the coach home.', ['on the coach home | trip | evident | now']],
    [
      'Coach update: ETA 6.20',
      ['Coach update | trip | evident | now', 'ETA | trip | evident | now'],
    ],
    [
      'All 44 of us in bed. Goodnight from the dorms!',
      [
        'All 44 of us in bed | trip | evident | now',
        'Goodnight from | trip | evident | now',
        'dorms | trip | keyword | unsaid',
      ],
    ],
    ['The summer fair is in full swing', ['fair is in full swing | event | evident | now']],
  ])('finds in %j what is happening', (text, found) => {
    expect(find(text)).toEqual(found);
  });

  it.each([
    ['A thriller of a netball match', ['netball match | match | keyword | unsaid']],
    ['Goosebumps at the concert tonight', ['concert | performance | keyword | now']],
    ['Sports day is on Friday', ['Sports day | sports-day | keyword | fri']],
    ['Don’t forget tickets for the concert next week', ['concert | performance | keyword | ahead']],
    ['The disco is on 14 March.', ['disco | event | keyword | ahead']],
    ['Please bring £2 for the summer fair', ['summer fair | event | keyword | planned']],
    ['Last night’s carol service was a joy', ['carol service | performance | keyword | past']],
    [
      'The residential was wonderful. Photos from last week!',
      ['residential | trip | keyword | past'],
    ],
  ])('finds in %j an event by name, and its day', (text, found) => {
    expect(find(text)).toEqual(found);
  });

  it.each([
    ['What a sports day! Beech house take the cup.', true],
    ['Goosebumps at the concert tonight', true],
    ['Ski trip day two: blue sky and nobody lost', true],
    ['Results of the county final are in', true],
    ['Parents’ evening appointments are in the app.', false],
    ['Residential payments can be made in parts', false],
    ['Lost at the disco: one silver shoe', false],
    ['Can you help on a stall at the Christmas fair?', false],
  ])('tells news from a notice in %j', (text, isLive) => {
    expect(found(text).map((event) => event.isLive)).toEqual([isLive]);
  });

  it.each([
    ['We won 3-1 on Tuesday', ['3-1 | match | evident | tue']],
    ['At half time last week it was 1-1', ['At half time | match | evident | past']],
  ])('does not take %j for today', (text, found) => {
    expect(find(text).slice(0, 1)).toEqual(found);
  });

  it.each([
    'Match the words to the pictures',
    'These socks do not match, and neither do mine',
    'That bag is a trip hazard',
    'A fair share for everybody, and fair play too',
    'Play time was muddy. Role play was muddier.',
    'The power of yet',
    'A fair test needs one variable',
    'Class intervals: 0-9, 10-19, 20-29',
    'Pages 4-7 tonight, please',
    'Open 9-3, Mon-Fri, ages 3-11, 2025-26',
    'A full-time teaching assistant is wanted',
    'Half term starts at three',
    'Show us your hedgehogs!',
    'Extra time in exams: ask Ms Fernsby',
    'Musical chairs in French',
    'It is not everyday one of our cats visits',
    'The board game library is open',
    'Year 4 sat in a circle to share news',
    'A postcard from our pen friends',
  ])('finds no event in %j', (text) => {
    expect(find(text)).toEqual([]);
  });

  it('reads a very long text once', () => {
    const text = 'Half time at Hexley, 2-0 up! '.repeat(20_000);
    expect(find(text)).toHaveLength(40_000);
    expect(find('!'.repeat(500_000))).toEqual([]);
    expect(find('1-'.repeat(250_000))).toEqual([]);
  });
});
