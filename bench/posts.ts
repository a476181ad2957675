/** Invented posts, the same for the same seed: as people write them, some with a breach. */
const OPENINGS = [
  'What a day!',
  'Well done everyone.',
  'Reminder:',
  'So proud of',
  'Look what',
  'Thank you to',
  '📣',
  'Today',
];
const SUBJECTS = [
  'Year 4',
  '4B',
  'our Reception children',
  'the netball team',
  'Mrs Patel',
  'the school council',
  'Zainab',
  'our under 11s',
  'Josh',
  'parents and carers',
  'Rowan class',
  '@HexleyLibrary',
];
const DEEDS = [
  'planted forty bulbs by the gate',
  'read to the end of the chapter',
  'made bridges out of spaghetti',
  'sang in the town square',
  'need PE kit on Thursday',
  'won the relay by a whisker',
  'wrote poems about the sea',
  'visited the fire station',
  'baked bread and shared it',
  'measured shadows on the playground',
];
const ENDINGS = [
  '#TeamOakfield',
  'Photos on the website.',
  '',
  'See you on Monday.',
  '🌱',
  'Come and see the display!',
  'https://oakfield.example/news',
  '#WellDone',
  'Fantastic effort.',
  'We loved it!',
];

/** A small linear congruential generator: chance that repeats. */
export const chance = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const START = Date.UTC(2025, 8, 1, 7);
const HOUR = 3_600_000;

export interface BenchPost {
  readonly id: string;
  readonly text: string;
  readonly at: string;
}

export const inventPosts = (count: number, seed = 7): readonly BenchPost[] => {
  const next = chance(seed);
  const pick = (list: readonly string[]): string => list[next(list.length)]!;
  return Array.from({ length: count }, (_, index) => ({
    id: `p${index + 1}`,
    text: [pick(OPENINGS), pick(SUBJECTS), pick(DEEDS) + '.', pick(ENDINGS)].join(' ').trim(),
    at: new Date(START + index * HOUR).toISOString(),
  }));
};
