import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mark, unmark } from '../core/marks.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import type { Document } from '../document/document.ts';
import { createDocument } from '../document/document.ts';
import { twitterText } from '../document/twitter-text.ts';
import { findHandleName } from './handle-name.ts';
import { handles } from './handles.ts';
import { hashtags } from './hashtags.ts';
import { links } from './links.ts';
import { openingHandles } from './opening-handles.ts';
import { wantsTwitter } from './twitter-entities.ts';

const parse = (text: string, account?: string): Document =>
  createDocument(
    {
      id: 'a',
      text,
      origin: { file: 'a', line: 1, record: 1 },
      at: { kind: 'now' },
      media: [],
      ...(account !== undefined && { account }),
    },
    {
      ...UNKNOWN_SCHOOL,
      accounts: [{ name: 'school', kind: 'school', handle: 'OakfieldPrimary' }],
    },
    { twitter: twitterText, encoder: null },
  );

const markAll = (
  document: Document,
  found: readonly {
    part: Document['body'];
    span: { start: number; end: number };
  }[],
): string =>
  mark(
    document.post.text,
    found.map(({ part, span }) => document.place(part, span).span),
  );

describe('handles', () => {
  it.each([
    'Hi ⟦@a⟧, ⟦@HexleyPE⟧’s and (⟦@hexley_2⟧)! .⟦@HexleyFC⟧ /⟦@Moor⟧ 🎉⟦@Leys⟧🎉 ⟦@Moor/staff⟧',
    'RT⟦@HexleyFC⟧ rt:⟦@HexleyFC⟧',
    '⟦＠HexleyFC⟧ ⟦﹫HexleyFC⟧ ⟦&#64;HexleyFC⟧ ⟦@\u2066HexleyFC⟧\u2069 ⟦@𝐇𝐞𝐱𝐥𝐞𝐲⟧ ⟦@Hеxley⟧ ⟦@Zoë⟧',
    '⟦@hexley.bsky.social⟧ ⟦@hexley@school.social⟧, ⟦@vee.on.violin⟧. ⟦@Hexley⟧.Thanks ⟦@abcdefghijklmnopqrstuvwxyz⟧',
    'Our poet is ⟦@tamsin.poems.example⟧ \u{1F33F} thank you\u200B⟦@HexleyFC⟧',
    'Every address ends in @tamsin.poems.example, and a\u200B@oakfield.example is one',
    'Great!⟦@HexleyFC⟧ *⟦@hexley⟧* &⟦@HexleyFC⟧',
    'a@b.example siân@oakfield.example Year3@oakfield.example head9@ @ @. @_ @_@ @-- sh!@t f&@k f*@king',
    'see https://x.example/@name, hexley.example/@name/2, hexley.co.uk/a/@name, www.hexley/@name',
    '@8.15 @3pm @9.30am @50p @2nd @10ish @1430hrs @ Hexley Hall @hexley.sch.uk @gmail.com `@media`',
  ])('%s', (marked) => {
    const document = parse(unmark(marked).text);
    expect(markAll(document, document.facts(handles))).toBe(marked);
  });

  it('tells the school’s own, typed so, from look-alikes', () => {
    const document = parse(
      '@oakfieldprimary ＠OakfieldPrimary @\u200BOakfieldPrimary @Оakfieldprimary @OakfieldPrimary2 ' +
        '@oakfieldprimary.bsky.social @oakfieldprimary@hexley.social @OakfieldPrimary/clubs',
    );
    expect(document.facts(handles).map(({ name, isOwn }) => [name, isOwn])).toEqual([
      ['oakfieldprimary', true],
      ['OakfieldPrimary', true],
      ['OakfieldPrimary', true],
      ['Oakfieldprimary', false],
      ['OakfieldPrimary2', false],
      ['oakfieldprimary.bsky.social', false],
      ['oakfieldprimary@hexley.social', false],
      ['OakfieldPrimary', true],
    ]);
  });

  it('counts the account that posts as its own', () => {
    const found = parse('More from @Hexley4B', '@hexley4b').facts(handles);
    expect(found.map(({ isOwn }) => isOwn)).toEqual([true]);
  });

  it('knows a retweet’s source', () => {
    const sources = (text: string): boolean[] =>
      parse(text)
        .facts(handles)
        .map(({ isRetweetSource }) => isRetweetSource);
    expect(sources('RT @HexleyFC: a draw with @LeysFC: 2–2')).toEqual([true, false]);
    expect(sources('RT @HexleyFC a draw')).toEqual([false]);
    expect(sources('MT @HexleyFC: a draw')).toEqual([false]);
  });

  it('says which X links as typed', () => {
    const found = parse('@Hexley ＠Hexley @\u200BHexley @a@b.social @Hеxley #@HexleyFC');
    expect(found.facts(handles).map(({ isLinked }) => isLinked)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('misses no handle that X links, but for times, mail domains and code', () => {
    const piece = fc.oneof(
      fc.constantFrom('@', '＠', 'rt', 'RT:', 'é', 'Hexley', '_a', '/list', '!', '#', '🎉', ' '),
      fc.string({ maxLength: 3 }),
    );
    const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (post) => {
        fc.pre(!/[`.]|[@＠﹫]\d/u.test(post));
        const document = parse(post);
        const found = new Set(document.facts(handles).map(({ span }) => span.start));
        const missed = twitterText
          .entities(document.body.text)
          .mentions.filter(({ start, handle }) => !found.has(start) && /[a-z\d]/iu.test(handle));
        expect(missed).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('opening handles', () => {
  it.each([
    ['@HexleyFC thanks', 'Thanks'],
    [' \u200B@HexleyFC @LeysFC, thanks', 'Thanks'],
    ['@HexleyFC: Thanks', 'Thanks'],
    ['Replying to @HexleyFC: no', 'No'],
    ['@HexleyFC 🎉 thanks', '🎉 thanks'],
    ['@HexleyFC', ''],
  ])('%s', (text, without) => {
    const { span, replacement } = parse(text).facts(openingHandles)[0]!;
    const { text: folded } = parse(text).body;
    expect(replacement + folded.slice(span.end)).toBe(without);
  });

  it.each(['.@HexleyFC hi', '“@HexleyFC hi”', 'RT @HexleyFC: hi', '@OakfieldPrimary @HexleyFC hi'])(
    'are not in: %s',
    (text) => {
      expect(parse(text).facts(openingHandles)).toEqual([]);
    },
  );
});

describe('links', () => {
  it.each([
    'See ⟦bbc.co.uk/x⟧, ⟦https://oakfield.example/a_(b⟧). ⟦www.hexley.sch.uk⟧! ⟦oakfield.example⟧’s',
    '(⟦https://oakfield.example/very-long?x=1&amp;y=@z#k⟧) “⟦oakfield.example⟧”',
    'Mail office@oakfield.example or mr.jones@hexley.co.uk at 8.30.Then home, Mr.Smith/Mrs.Jones, e.g. this',
  ])('%s', (marked) => {
    const document = parse(unmark(marked).text);
    expect(markAll(document, document.facts(links))).toBe(marked);
  });
});

describe('hashtags', () => {
  it.each(['⟦#SportsDay⟧ is #1, ⟦＃4B⟧ ⟦#Ysgol_Tŷ⟧! a#b bbc.co.uk/#c', 'No. 1 # and #️⃣'])(
    '%s',
    (marked) => {
      const document = parse(unmark(marked).text);
      expect(markAll(document, document.facts(hashtags))).toBe(marked);
    },
  );
});

describe('the library', () => {
  it.each([
    ['Well done 4B. What a match!', false],
    ['Bacon roll @ 8.15, £2. No. # 1', false],
    ['x'.repeat(280), false],
    ['x'.repeat(281), true],
    [`  ${'x'.repeat(280)}  `, false],
    ['🎉'.repeat(100), true],
    ['Thanks @HexleyFC', true],
    ['#SportsDay', true],
    ['see oakfield.example', true],
  ])('is wanted for %s: %s', (text, isWanted) => {
    expect(wantsTwitter(parse(text))).toBe(isWanted);
  });
});

describe('the name in a handle', () => {
  it.each([
    ['AshgroveSchool', 'Ashgrove School'],
    ['HexleyLibrary_UK', 'Hexley Library UK'],
    ['oakfieldPTA', 'Oakfield PTA'],
    ['BBCNews', 'BBC News'],
    ['NSPCC', 'NSPCC'],
    ['VillageBakery42', 'Village Bakery'],
    ['Year6Moor', 'Year 6 Moor'],
    ['MrMcArdle', 'Mr McArdle'],
    ['MsOBrien', 'Ms O’Brien'],
    ['hexleylibrary', undefined],
    ['poppy_bakes', undefined],
    ['HEXLEYLIBRARY', undefined],
    ['hexley.bsky.social', undefined],
    ['_', undefined],
  ])('%s', (handle, name) => {
    expect(findHandleName(handle)).toBe(name);
  });
});
