import { describe, expect, it } from 'vitest';
import { SCHOOL } from '../../test/support/school.ts';
import type { InspectedPost } from '../core/inspection.ts';
import type { Post } from '../core/post.ts';
import { inspectPosts } from './inspect.ts';

const inspectOne = async (text: string, changes: Partial<Post> = {}): Promise<InspectedPost> => {
  const post: Post = {
    id: 'draft',
    text,
    origin: { file: 'draft.txt', line: 1, record: 1 },
    at: { kind: 'now' },
    media: [],
    ...changes,
  };
  const school = { ...SCHOOL, allowedHandles: ['HexleyLibrary'] };
  const bench = { school, nowMs: Date.UTC(2026, 6, 6, 9), timezone: 'Europe/London' };
  for await (const inspected of inspectPosts([post], bench)) return inspected;
  throw new Error('nothing was inspected');
};

/** The lists that hold something, without their evidence. */
const told = ({ facts }: InspectedPost): unknown =>
  Object.fromEntries(
    Object.entries(facts)
      .filter(([, found]) => found.length > 0)
      .map(([name, found]) => [name, found.map(({ evidence: _, ...fact }) => fact)]),
  );

describe('inspect', () => {
  it('tells who is named, whose name it is and where it stands', async () => {
    const text = 'Well done 🎉 Josh, and thank you Mrs Okafor #WellDoneZainab';
    const { people } = await inspectOne(text, {
      media: [{ alt: 'Ｊｏｓｈ holding a cup' }, { file: 'josh_smith_y4.jpg' }],
    });
    expect(people.map(({ confidence: _, evidence: __, ...person }) => person)).toEqual([
      { text: 'Josh', start: 13, end: 17, where: 'text', form: 'given', who: 'child' },
      { text: 'Mrs Okafor', start: 33, end: 43, where: 'text', form: 'titled', who: 'staff' },
      { text: 'Zainab', start: 53, end: 59, where: 'hashtag', form: 'hashtag', who: 'child' },
      { text: 'Ｊｏｓｈ', start: 0, end: 4, where: 'media[0].alt', form: 'given', who: 'child' },
      { text: 'josh_smith', start: 0, end: 10, where: 'media[1].file', form: 'file', who: 'child' },
    ]);
    expect(people.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
    expect(people.filter(({ evidence }) => /josh|zainab/iu.test(evidence.join()))).toEqual([]);
  });

  it('calls an adult of no other kind another adult', async () => {
    const { people } = await inspectOne('Councillor Ashgrove opened our library');
    expect(people.map(({ text, who }) => [text, who])).toEqual([
      ['Councillor Ashgrove', 'other-adult'],
    ]);
  });

  it('tells handles, hashtags and links by where they stand', async () => {
    const text = '@OakfieldSci @HexleyLibrary @StBedes #Maths https://oakfield.example/a';
    const inspected = await inspectOne(text, { media: [{ alt: 'A poster: @StBedes' }] });
    expect(told(inspected)).toEqual({
      handles: [
        { text: '@OakfieldSci', start: 0, end: 12, where: 'handle', kind: 'own' },
        { text: '@HexleyLibrary', start: 13, end: 27, where: 'handle', kind: 'allowed' },
        { text: '@StBedes', start: 28, end: 36, where: 'handle', kind: 'other' },
        { text: '@StBedes', start: 10, end: 18, where: 'media[0].alt', kind: 'other' },
      ],
      hashtags: [{ text: '#Maths', start: 37, end: 43, where: 'hashtag', kind: 'hashtag' }],
      links: [
        { text: 'https://oakfield.example/a', start: 44, end: 70, where: 'url', kind: 'link' },
      ],
      channels: [
        { text: 'https://oakfield.example/a', start: 44, end: 70, where: 'url', kind: 'channel' },
      ],
    });
  });

  it('tells wording, groups, events and days', async () => {
    const inspected = await inspectOne('Well done Year 5! Sports day is tomorrow.');
    expect(told(inspected)).toEqual({
      groups: [{ text: 'Year 5', start: 10, end: 16, where: 'text', kind: 'year' }],
      aims: [{ text: 'Well done', start: 0, end: 9, where: 'text', kind: 'praise' }],
      timing: [{ text: 'tomorrow', start: 32, end: 40, where: 'text', kind: 'soon' }],
      events: [{ text: 'Sports day', start: 18, end: 28, where: 'text', kind: 'sports-day' }],
    });
    expect(inspected.facts.events[0]!.evidence).toEqual(['names a sports day', 'tomorrow']);
  });

  it.each([
    ['Well done to the quiet boy in 3B', 'the quiet boy', 'praise', 'child', false],
    ['Well done 3B, a better lesson', '3B', 'praise', 'group', false],
    ['Thank you Mrs Okafor for the cakes', 'Mrs Okafor', 'praise', 'adult', true],
  ])('tells whom a post is aimed at: %s', async (text, words, kind, target, isNamed) => {
    const { targets } = await inspectOne(text);
    expect(
      targets.map((one) => [one.text, one.where, one.kind, one.target, one.isNamed]),
    ).toContainEqual([words, 'text', kind, target, isNamed]);
  });

  it('tells what each picture shows, and by which words', async () => {
    const { pictures } = await inspectOne('Science day', {
      media: [{ alt: 'A portrait of a girl' }, { file: 'a.jpg', people: [] }, { file: 'b.jpg' }],
    });
    expect(pictures).toEqual([
      {
        where: 'media[0].alt',
        words: { text: 'A portrait of a girl', start: 0, end: 20 },
        kind: 'one-child',
        isDeclared: false,
        confidence: 'likely',
        evidence: ['the words speak of one child'],
      },
      {
        where: 'media[1]',
        words: null,
        kind: 'nobody',
        isDeclared: true,
        confidence: 'certain',
        evidence: ['declared: nobody can be seen'],
      },
      {
        where: 'media[2]',
        words: null,
        kind: 'unknown',
        isDeclared: false,
        confidence: 'possible',
        evidence: ['neither its record nor an alt text says what it shows'],
      },
    ]);
  });

  it('tells when a draft would go out, and as whom', async () => {
    const { at, account } = await inspectOne('Bulbs', { account: 'science' });
    expect({ at, account }).toEqual({
      at: '2026-07-06T10:00:00+01:00',
      account: { kind: 'department', name: 'science', subject: 'science' },
    });
    expect((await inspectOne('Bulbs', { at: { kind: 'unscheduled' } })).at).toBeNull();
  });
});
