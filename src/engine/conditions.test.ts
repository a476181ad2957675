import { array, strictObject, string } from 'valibot';
import { describe, expect, it } from 'vitest';
import { defineCheck } from '../checks/check.ts';
import type { Condition, Example } from '../core/policy.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { createDocument } from '../document/document.ts';
import { compileCondition } from './conditions.ts';
import { examplePost } from './example.ts';
import { NO_TOOLS } from './tools.ts';

const TIMEZONE = 'Europe/London';

const contains = defineCheck({
  name: 'contains',
  params: strictObject({ words: array(string()) }),
  *run({ words }, { document }) {
    for (const word of words) {
      const start = document.body.text.indexOf(word);
      if (start < 0) continue;
      const range = { start, end: start + word.length };
      yield { where: 'text', range, confidence: 'certain', evidence: [] };
    }
  },
});

const guess = defineCheck({
  name: 'guess',
  params: strictObject({}),
  *run() {
    yield { where: 'text', range: null, confidence: 'possible', evidence: [] };
  },
});

const concert = Date.parse('2026-03-14T19:00:00Z');
const school = {
  ...UNKNOWN_SCHOOL,
  calendar: [
    { title: 'Spring concert', startMs: concert, endMs: concert + 7_200_000 },
    {
      title: 'Half term',
      startMs: Date.parse('2026-02-16T00:00:00Z'),
      endMs: Date.parse('2026-02-21T00:00:00Z'),
      marks: 'half-term' as const,
    },
  ],
};

const holds = (condition: Condition, example: Example): boolean => {
  const { post } = examplePost(example, TIMEZONE);
  const atMs = post.at.kind === 'instant' ? post.at.epochMs : null;
  const document = createDocument(post, school, NO_TOOLS);
  const predicate = compileCondition(condition, {
    check: (name, params) => (name === 'guess' ? guess : contains).prepare(params),
    rule: (id) => (id === 'guesses' ? guess.prepare({}) : contains.prepare({ words: ['Hi'] })),
  });
  return predicate({ document, atMs, timezone: TIMEZONE });
};

describe('conditions', () => {
  const late = { text: 'Encore!', at: '2026-03-11T18:30' };
  it.each<[string, Condition, Example, boolean]>([
    ['account kind', { account: 'personal' }, { text: '', account: 'personal' }, true],
    [
      'one of several kinds',
      { account: ['class', 'department'] },
      { text: '', account: 'class:3B' },
      true,
    ],
    ['the school is the default account', { account: 'school' }, 'Hello', true],
    ['a reply', { reply: true }, { text: '', replyTo: 'someone' }, true],
    ['no reply', { reply: false }, 'Hello', true],
    ['pictures', { media: true }, { text: '', media: [{ alt: 'A bridge' }] }, true],
    ['declared event', { event: true }, { text: '', event: true }, true],
    ['undeclared event', { event: true }, 'The match', false],
    ['declared false', { event: true }, { text: '', event: false }, false],
    [
      'declared as what is asked',
      { event: ['trip', 'residential'] },
      { text: '', event: 'Residential, Year 6' },
      true,
    ],
    ['declared as something else', { event: 'trip' }, { text: '', event: 'concert' }, false],
    ['declared without a word', { event: 'trip' }, { text: '', event: true }, false],
    ['in the calendar', { event: 'concert' }, { text: '', at: '2026-03-14T20:59' }, true],
    ['after the end in the calendar', { event: true }, { text: '', at: '2026-03-14T21:00' }, false],
    ['half term is no event', { event: true }, { text: '', at: '2026-02-18T19:00' }, false],
    ['half term by its name', { event: 'half term' }, { text: '', at: '2026-02-18T19:00' }, true],
    ['urgent', { urgent: true }, { text: '', urgent: 'snow' }, true],
    ['unscheduled', { scheduled: false }, { text: '', at: null }, true],
    ['time of day, both ends inside', { at: { from: '18:30', to: '19:00' } }, late, true],
    ['time of day missed', { at: { from: '08:00', to: '18:00' } }, late, false],
    ['hours across midnight, before it', { at: { from: '18:00', to: '06:00' } }, late, true],
    ['hours across midnight, at noon', { at: { from: '19:00', to: '06:00' } }, late, false],
    ['a word inside another', { event: 'trip' }, { text: '', event: 'strip the paint' }, false],
    ['a plural', { event: 'trip' }, { text: '', event: 'Trips, Year 6' }, true],
    ['weekday', { at: { days: ['wed'] } }, late, true],
    ['no time, no day', { at: { days: ['wed'] } }, { text: '', at: null }, false],
    ['another check', { check: 'contains', with: { words: ['match'] } }, 'The match', true],
    [
      'another check that finds nothing',
      { check: 'contains', with: { words: ['match'] } },
      'Hi',
      false,
    ],
    [
      'declared without a word, but in the calendar',
      { event: 'concert' },
      { text: '', event: true, at: '2026-03-14T20:00' },
      true,
    ],
    [
      'the last minute to its end',
      { at: { to: '18:30' } },
      { text: '', at: '2026-03-11T18:30:59' },
      true,
    ],
    ['the minute after', { at: { to: '18:29' } }, late, false],
    [
      'subject of a department',
      { subject: 'science' },
      { text: '', account: 'department:science' },
      true,
    ],
    [
      'another subject',
      { subject: ['maths', 'art'] },
      { text: '', account: 'department:science' },
      false,
    ],
    ['name of a class', { subject: '3B' }, { text: '', account: 'class:3B' }, true],
    ['app', { source: ['Buffer', 'TweetDeck'] }, { text: '', source: 'TweetDeck Web App' }, true],
    ['another app', { source: 'Buffer' }, { text: '', source: 'Twitter for iPhone' }, false],
    ['no app told', { source: 'Buffer' }, 'Hi', false],
    ['author', { author: 'idris' }, { text: '', author: 'M. Idris' }, true],
    ['another author', { author: 'idris' }, { text: '', author: 'Idrisson' }, false],
    ['passed on', { repost: true }, 'RT @OakfieldPrimary: bulbs are in', true],
    ['own words', { repost: false }, 'Bulbs are in', true],
    ['a link', { link: true }, 'More at https://oakfield.example/news', true],
    ['no link', { link: false }, 'More soon', true],
    [
      'as sure as asked',
      { check: 'contains', with: { words: ['Hi'] }, confidence: 'certain' },
      'Hi',
      true,
    ],
    ['a guess is not likely', { check: 'guess', confidence: 'likely' }, 'Hi', false],
    ['a guess is enough', { check: 'guess' }, 'Hi', true],
    ['another rule', { rule: 'says-hi' }, 'Hi', true],
    ['another rule that finds nothing', { not: { rule: 'says-hi' } }, 'Ho', true],
    ['another rule, not so sure', { rule: 'guesses', confidence: 'likely' }, 'Hi', false],
    ['several keys must all hold', { reply: true, media: true }, { text: '', replyTo: 'x' }, false],
    ['all', { all: [{ reply: false }, { media: false }] }, 'Hi', true],
    ['any', { any: [{ reply: true }, { media: false }] }, 'Hi', true],
    ['not', { not: { any: [{ reply: true }, { media: true }] } }, 'Hi', true],
    ['nested', { any: [{ all: [{ not: { reply: false } }] }, { event: true }] }, 'Hi', false],
  ])('%s', (_, condition, example, expected) => {
    expect(holds(condition, example)).toBe(expected);
  });
});
