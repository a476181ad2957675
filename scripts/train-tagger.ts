/**
 * Trains the tagger (src/facts/tagger): of each word that may be a name, whose it is. A softmax
 * regression over hashed features, with a rate of its own for each weight (AdaGrad).
 *
 *     node scripts/run.mjs scripts/train-tagger.ts POSTS.jsonl … [--folds 5] [--write]
 *
 * A line of POSTS: { text, people: [{ start, end, kind, form }], flags }, offsets in UTF-16 units.
 * `--folds` measures by cross-validation, `--write` trains on all and writes the weights.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { UNKNOWN_SCHOOL } from '../src/core/school.ts';
import { createDocument } from '../src/document/document.ts';
import { knownWords } from '../src/facts/reader/known-words.ts';
import { readerWords } from '../src/facts/reader/words.ts';
import {
  MOST_FEATURES,
  ROWS,
  featuresAt,
  mayBeName,
  sceneOf,
} from '../src/facts/tagger/features.ts';
import {
  MOST_STEPS,
  STEPS_TO_ONE,
  TAGS,
  ZERO,
  toProbabilities,
} from '../src/facts/tagger/tagger.ts';

const TARGET = 'src/facts/tagger/data/tagger.txt';
const HEADER = `# Weights of the tagger, a letter each: as many tenths as it stands behind 'P' in ASCII. Nine to a row
# (${TAGS.join(', ')}), ${ROWS} rows.
# Trained by scripts/train-tagger.ts on school posts written and labelled for this project.
`;
const ROUNDS = 10;
const RATE = 0.12;
const DECAY = 2e-5;

interface Labelled {
  readonly text: string;
  readonly people: readonly { start: number; end: number; kind: string; form: string }[];
  readonly flags?: readonly string[];
}

interface Row {
  readonly features: Int32Array;
  readonly tag: number;
}

interface Lesson {
  readonly rows: readonly Row[];
  readonly isChildNamed: boolean;
}

const tagOf = (kind: string, form: string): number =>
  TAGS.indexOf(
    (form === 'initials' && kind === 'child' ? 'initials' : kind) as (typeof TAGS)[number],
  );

const buffer = new Int32Array(MOST_FEATURES);

const toLesson = ({ text, people, flags = [] }: Labelled): Lesson => {
  const origin = { file: 'posts', line: 1, record: 1 };
  const post = { id: 'post', text, origin, at: { kind: 'now' }, media: [] } as const;
  const { body } = createDocument(post, UNKNOWN_SCHOOL, { twitter: null, encoder: null });
  const words = readerWords(body.text);
  const scene = sceneOf(words, knownWords(words));
  const rows = words.flatMap((word, at): Row[] => {
    if (!mayBeName(word)) return [];
    const span = body.toSource(word.span);
    const person = people.find(({ start, end }) => start < span.end && span.start < end);
    const tag = person ? tagOf(person.kind, person.form) : 0;
    if (tag < 0) return [];
    return [{ features: buffer.slice(0, featuresAt(scene, at, buffer)), tag }];
  });
  return { rows, isChildNamed: flags.includes('child-named') };
};

/** A generator of our own: the same posts must give the same weights. */
const shuffler = (): (<T>(items: readonly T[]) => T[]) => {
  let seed = 7;
  return (items) => {
    const shuffled = [...items];
    for (let at = shuffled.length - 1; at > 0; at -= 1) {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      const other = seed % (at + 1);
      [shuffled[at], shuffled[other]] = [shuffled[other]!, shuffled[at]!];
    }
    return shuffled;
  };
};

const COUNT = TAGS.length;

const probabilities = (weights: Float32Array, { features }: Row): Float32Array => {
  const sums = new Float32Array(COUNT);
  for (const row of features) {
    for (let tag = 0; tag < COUNT; tag += 1) sums[tag]! += weights[row * COUNT + tag]!;
  }
  return toProbabilities(sums);
};

const fit = (lessons: readonly Lesson[]): Float32Array => {
  const weights = new Float32Array(ROWS * COUNT);
  const squares = new Float32Array(ROWS * COUNT).fill(1e-3);
  const shuffle = shuffler();
  const all = lessons.flatMap(({ rows }) => rows);
  const most = MOST_STEPS / STEPS_TO_ONE;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const row of shuffle(all)) {
      const found = probabilities(weights, row);
      found[row.tag]! -= 1;
      for (const feature of row.features) {
        for (let tag = 0; tag < COUNT; tag += 1) {
          const at = feature * COUNT + tag;
          const gradient = found[tag]! + DECAY * weights[at]!;
          if (Math.abs(gradient) < 1e-4) continue;
          squares[at]! += gradient * gradient;
          const moved = weights[at]! - (RATE * gradient) / Math.sqrt(squares[at]!);
          weights[at] = Math.min(most, Math.max(-most, moved));
        }
      }
    }
  }
  return weights.map((weight) => Math.round(weight * STEPS_TO_ONE) / STEPS_TO_ONE);
};

/** By post: the surest word for a child against the label. */
const score = (weights: Float32Array, lessons: readonly Lesson[]): (readonly [number, boolean])[] =>
  lessons.map(({ rows, isChildNamed }) => [
    Math.max(0, ...rows.map((row) => probabilities(weights, row)[1]!)),
    isChildNamed,
  ]);

const report = (name: string, scores: readonly (readonly [number, boolean])[]): void => {
  for (const bar of [0.05, 0.3, 0.4, 0.5, 0.6]) {
    const found = scores.filter(([chance]) => chance >= bar);
    const right = found.filter(([, so]) => so).length;
    const precision = right / found.length;
    const recall = right / scores.filter(([, so]) => so).length;
    const f1 = (2 * precision * recall) / (precision + recall);
    console.log(
      `${name}, from ${bar}: P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`,
    );
  }
};

const args = process.argv.slice(2);
const valueOf = (flag: string): string | undefined =>
  args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined;
const folds = Number(valueOf('--folds') ?? 0);
const dev = valueOf('--dev');
const files = args.filter((arg, at) => arg.endsWith('.jsonl') && args[at - 1] !== '--dev');
const readLessons = (file: string): Lesson[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => toLesson(JSON.parse(line) as Labelled));
const lessons = shuffler()(files.flatMap(readLessons));
console.log(`${lessons.length} posts`);
if (folds > 0) {
  const scores = Array.from({ length: folds }, (_, fold) => {
    const weights = fit(lessons.filter((_one, at) => at % folds !== fold));
    return score(
      weights,
      lessons.filter((_one, at) => at % folds === fold),
    );
  });
  report(`held out in ${folds} folds`, scores.flat());
}
if (dev || args.includes('--write')) {
  const weights = fit(lessons);
  if (dev) report(dev, score(weights, readLessons(dev)));
  if (args.includes('--write')) {
    const letters = Array.from(weights, (weight) =>
      String.fromCharCode(ZERO + Math.round(weight * STEPS_TO_ONE)),
    );
    writeFileSync(TARGET, `${HEADER}${letters.join('')}\n`);
  }
}
