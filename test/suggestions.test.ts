import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../src/checks/index.ts';
import { CATALOGUE } from '../src/engine/catalogue.ts';
import type { Finding } from '../src/core/finding.ts';
import type { Post } from '../src/core/post.ts';
import { lintPosts } from '../src/engine/lint.ts';
import { loadPolicy } from '../src/policy/load.ts';
import { SCHOOL } from './support/school.ts';

const PATH = 'rules/use-of-twitter-2018.yaml';
const { policy } = loadPolicy(readFileSync(PATH, 'utf8'), PATH, CATALOGUE);
const bench = { policies: [policy!], checks: CHECKS, school: SCHOOL, nowMs: 0 };

const findingsOf = async (text: string): Promise<readonly Finding[]> => {
  const origin = { file: 'post', line: 1, record: 1 };
  const post: Post = { id: 'post', text, origin, at: { kind: 'unscheduled' }, media: [] };
  const found: Finding[] = [];
  for await (const { findings } of lintPosts([post], bench)) found.push(...findings);
  return found;
};

/** The texts that no-child-names proposes instead, each once. */
const proposals = async (text: string): Promise<readonly string[]> => [
  ...new Set(
    (await findingsOf(text))
      .filter(({ rule }) => rule.endsWith('/no-child-names'))
      .flatMap(({ suggestions }) => suggestions.map((suggestion) => suggestion.text)),
  ),
];

describe('instead of a child’s name', () => {
  it.each([
    ['Well done Josh for a super assembly', ['Well done everyone for a super assembly']],
    ['Goals from Ava, Kofi and Maja in the cup today', ['Goals from our pupils in the cup today']],
    [
      'We said goodbye to Zuzanna as she moves to Leeds.',
      ['We said goodbye to our pupils as they move to Leeds.'],
    ],
    [
      'Congratulations to Erin in Year 6 who has swum for the county',
      ['Congratulations to our Year 6 pupils who have swum for the county'],
    ],
    ['Josh, your poem had us in tears', ['Everyone, your poem had us in tears']],
    ['HOORAY FOR ZAINAB!!! WHAT A RUN', ['HOORAY FOR OUR PUPILS!!! WHAT A RUN']],
    ['What a race! #WellDoneJosh', ['What a race! #WellDone']],
  ])('%s', async (text, wanted) => {
    expect(await proposals(text)).toEqual(wanted);
  });

  it.each([
    'Happy birthday Josh! 7 today',
    'Pupil of the month is Zainab',
    'Zainab’s trombone solo in assembly. Goosebumps.',
    'Did you see Josh in the paper? That’s our boy!',
    'Ava drew the petals, Kofi was in charge of pink.',
    'Sports Cup Josh Bright, Art Cup Zainab Malik',
    'Kit monitor. Josh. No bib left behind.',
    'Are you #TeamJosh or #TeamZainab?',
    'Well done to our guinea pigs, Josh',
    'Our new puppy, Josh and Ava met today',
    'Josh and Ava are Reader of the Month',
    'Josh came 3rd in the race',
    'Goals: Josh (2), Ava (1) and Kofi',
  ])('proposes nothing that would read wrong: %s', async (text) => {
    const found = await findingsOf(text);
    expect(found.some(({ rule }) => rule.endsWith('/no-child-names'))).toBe(true);
    expect(await proposals(text)).toEqual([]);
  });
});

const NAMES = ['Josh', 'Zainab', 'Caoimhe O’Neill', 'Ava, Kofi and Maja', 'KWAME', 'Bea (4D)'];
const OPENINGS = [
  'Well done',
  'Superb writing today from',
  'We are so proud of',
  'Our own',
  'HOORAY FOR',
  'Thank you @HexleyLibrary and',
  '@MoorBand ask',
  '1.',
];
const ENDINGS = [
  ' for a super poem!',
  '! #WellDoneJosh',
  ', who joins us as she moves from Leeds.',
  '’s model is on show. He made it himself.',
  ' in Year 6 has won the cup @MoorBand',
  '\n2. Zainab\n3. Tadhg',
  ': “I ran and ran” 🏅',
];

const countByRule = (findings: readonly Finding[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
};

describe('every suggestion for a text', () => {
  it('settles its own rule, brings up no other, and reads as written by hand', async () => {
    const parts = fc.tuple(
      fc.constantFrom(...OPENINGS),
      fc.constantFrom(...NAMES),
      fc.constantFrom(...ENDINGS),
    );
    let offered = 0;
    await fc.assert(
      fc.asyncProperty(parts, async ([opening, name, ending]) => {
        const before = await findingsOf(`${opening} ${name}${ending}`);
        const rulesBefore = countByRule(before);
        for (const { rule, where, suggestions } of before) {
          if (where === 'at') continue;
          for (const { text } of suggestions) {
            offered += 1;
            const after = countByRule(await findingsOf(text));
            expect(after.get(rule) ?? 0, text).toBe(0);
            expect([...after.keys()].filter((other) => !rulesBefore.has(other))).toEqual([]);
            expect(text).not.toMatch(/pupils’s|pupils's|\b(\p{L}+) \1\b|\b(?:a|our own) our\b/iu);
            expect(text).not.toMatch(/^\s|\s$| {2}|[#@](?:\s|$)| [,.!?]/u);
          }
        }
      }),
      { numRuns: OPENINGS.length * NAMES.length * ENDINGS.length },
    );
    expect(offered).toBeGreaterThan(100);
  });
});
