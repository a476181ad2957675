import { describe, expect, it } from 'vitest';
import type { Media } from '../core/post.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { createDocument } from '../document/document.ts';
import { pictured } from './pictured.ts';

const picturesIn = (...media: Media[]) =>
  createDocument(
    {
      id: 'a',
      text: '',
      origin: { file: 'a', line: 1, record: 1 },
      at: { kind: 'unscheduled' },
      media,
    },
    UNKNOWN_SCHOOL,
    { twitter: null, encoder: null },
  ).facts(pictured);

describe('pictured', () => {
  it.each([
    ['A Year 5 boy kneeling by a pond', 'one-child'],
    ['Boy with a kite', 'one-child'],
    ['Our head girl at the lectern', 'one-child'],
    ['A girl and her grandad planting a tree', 'one-child'],
    ['Mrs Begum helping a pupil with a saw', 'one-child'],
    ['Forty children hop along a line', 'group'],
    ['A boy and a girl at a whiteboard', 'group'],
    ['4B measuring the playground', 'group'],
    ['The under 11s with the cup', 'group'],
    ['Close-up of small hands on clay', 'unidentifiable'],
    ['The back of a child’s head', 'unidentifiable'],
    ['Hands holding seeds', 'unidentifiable'],
    ['A charcoal portrait of Rosa Parks', 'work'],
    ['A drawing of a girl on a horse', 'work'],
    ['Mr Hale in a hard hat', 'adults'],
    ['Full moon over the hills', 'unknown'],
    ['Pupil of the week certificate', 'work'],
    ['Our youngest chess player deep in thought', 'one-child'],
    ['A cellist from Year 8 on the stage', 'one-child'],
    ['Goalkeeper of the U11s diving', 'one-child'],
    ['One of the Year 11s at a loom', 'one-child'],
    ['A muddy Year 2 with a spade', 'one-child'],
    ['A girl in the choir mid-song', 'one-child'],
    ['Close-up of a boy’s face', 'one-child'],
    ['A five-year-old boy up a ladder', 'one-child'],
    ['A lad in goalie gloves', 'one-child'],
    ['Year 4 painting a fence', 'group'],
    ['A visiting author at the lectern', 'adults'],
    ['Mr Patel, captain of the staff team', 'adults'],
    ['Rear view of a student on a bike', 'unidentifiable'],
    ['A pupil’s back at the easel', 'unidentifiable'],
    ['Year 3 clay pots', 'work'],
    ['A clay figure of a boy', 'work'],
    ['Captain’s armband', 'unknown'],
    ['Toddler slide in the park', 'unknown'],
    ['The pupil entrance', 'unknown'],
    ['Girl with a Pearl Earring', 'unknown'],
  ])('%s: %s', (alt, shows) => {
    expect(picturesIn({ alt }).map((picture) => picture.shows)).toEqual([shows]);
  });

  it('believes the record before the words', () => {
    const alt = 'A Year 5 boy kneeling by a pond';
    const shown = picturesIn(
      { alt, people: [] },
      { alt, people: [{ child: false }] },
      { alt, people: [{ child: true, identifiable: false }] },
      { alt, people: [{ child: true }, { child: true, identifiable: false }] },
      { alt, people: [{ child: true }] },
    );
    expect(shown.map(({ shows, isDeclared }) => [shows, isDeclared])).toEqual([
      ['nobody', true],
      ['adults', true],
      ['unidentifiable', true],
      ['group', true],
      ['one-child', true],
    ]);
  });
});
