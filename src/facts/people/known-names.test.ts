import { describe, expect, it } from 'vitest';
import { FIGURES, namesOf, phraseKey, phrasesOf } from './figures.ts';
import type { KnownKind } from './figures.ts';
import { findKnown, findPhrase } from './known-table.ts';
import { nameBand } from './lexicon.ts';

const COMMON = 3;

const names = FIGURES.flatMap(([kind, list]) =>
  namesOf(list).map((name) => ({ name, kind, key: phraseKey(name) })),
);

/** `# allowed, because …: name, name` in the head of a list. */
const allowed = new Set(
  FIGURES.flatMap(([, list]) =>
    [...list.matchAll(/^# allowed, because [^:]+: (.+)$/gmu)].flatMap(([, line]) =>
      line!.split(', ').map(phraseKey),
    ),
  ),
);

const count = (kind: KnownKind): number => names.filter((known) => known.kind === kind).length;

describe('the lists of widely known names', () => {
  it('hold nothing twice', () => {
    const seen = new Set<string>();
    const twice = names.filter(({ key }) => seen.size === seen.add(key).size);
    expect(twice).toEqual([]);
  });

  it('say a theme on every line, and nothing but names behind it', () => {
    const lines = FIGURES.flatMap(([, list]) => list.trimEnd().split('\n'));
    const themed = /^#|^[^:]+: (?:[^\s,][^,]*[^\s,]|[^\s,])(?:, [^\s,][^,]*)*$/u;
    expect(lines.filter((line) => !themed.test(line) || line.length > 450)).toEqual([]);
  });

  it('are long enough to tell pupils from figures', () => {
    expect(count('public')).toBeGreaterThan(700);
    expect(count('historical')).toBeGreaterThan(1100);
    expect(count('fictional')).toBeGreaterThan(1300);
    expect(count('place')).toBeGreaterThan(600);
    expect(count('thing')).toBeGreaterThan(450);
  });

  it('hold no common given name alone without a reason', () => {
    const bare = names.filter(({ key }) => !/[ -]/u.test(key) && nameBand(key) >= COMMON);
    expect(bare.filter(({ key }) => !allowed.has(key)).map(({ name }) => name)).toEqual([]);
  });

  it('allow no name that they do not hold', () => {
    const held = new Set(names.map(({ key }) => key));
    expect([...allowed].filter((key) => !held.has(key))).toEqual([]);
  });

  it.each([
    ['michael rosen', 'public'],
    ['jk rowling', 'public'],
    ['j k rowling', 'public'],
    ['jessica ennis-hill', 'public'],
    ['jessica ennis hill', 'public'],
    ['malala', 'public'],
    ['mary seacole', 'historical'],
    ['shakespeare', 'historical'],
    ['grace omalley', 'historical'],
    ['saint patrick', 'historical'],
    ['camille saint-saens', 'historical'],
    ['gruffalo', 'fictional'],
    ['romeo & juliet', 'fictional'],
    ['handa surprise', 'fictional'],
    ['lady macbeth', 'fictional'],
    ['mount everest', 'place'],
    ['yorkshire', 'place'],
    ['duke of edinburgh', 'thing'],
    ['ben & jerry', 'thing'],
    ['pythagoras theorem', 'thing'],
  ] as const)('know %s', (phrase, kind) => {
    expect(findKnown(phrase)).toBe(kind);
    expect(findPhrase(phrase.split(' ')[0]!)?.begins || !phrase.includes(' ')).toBe(true);
  });

  it.each([
    'rosa',
    'jordan',
    'charlotte',
    'victoria',
    'elsa',
    'hermione',
    'brown',
    'khan',
    'wendy',
  ])('leave %s to the pupils', (name) => {
    expect(findKnown(name)).toBeUndefined();
  });

  it('spells a name as people type it', () => {
    expect(phrasesOf('J K Rowling')).toEqual(['j k rowling', 'jk rowling']);
    expect(phrasesOf("Ben and Jerry's")).toContain('ben & jerry');
    expect(phrasesOf("Grace O'Malley")).toEqual(['grace omalley', 'grace o  malley']);
    expect(phrasesOf('Jessica Ennis-Hill')).toEqual([
      'jessica ennis-hill',
      'jessica ennis - hill',
      'jessica ennis hill',
    ]);
  });
});
