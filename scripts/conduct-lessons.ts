// What the encoder makes of labelled posts, for training/conduct.py:
// node scripts/run.mjs scripts/conduct-lessons.ts OUT FILE…  (FILE: JSON lines with text, or training/conduct/*.txt)
// Writes OUT.json (what is known of each post) and OUT.f32 (a post: its first state, and the mean, the most and the least of all).
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { UNKNOWN_SCHOOL } from '../src/core/school.ts';
import { createDocument } from '../src/document/document.ts';
import { createEncoder } from '../src/encoder/encoder.ts';
import { taggings } from '../src/facts/people/tagging.ts';
import { encodingsOf } from '../src/facts/reader/encodings.ts';

interface Lesson {
  readonly text: string;
  readonly flags?: readonly string[];
  readonly account?: string;
}

const readLine = (line: string): Lesson => {
  const [flags = '', account = '', ...text] = line.split('|').map((piece) => piece.trim());
  return { text: text.join('|'), account, flags: flags.split(',').map((flag) => flag.trim()) };
};

const readFile = (file: string): readonly (Lesson & { file: string })[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => (file.endsWith('.txt') ? readLine(line) : (JSON.parse(line) as Lesson)))
    .map((lesson) => ({ ...lesson, file }));

const [out = '', ...files] = process.argv.slice(2);
const encoder = createEncoder(readFileSync('src/encoder/data/reader.model'));
if ('flaw' in encoder) throw new Error(encoder.flaw);
const lessons = files.flatMap(readFile);
const vectors: Float32Array[] = [];
for (const { text } of lessons) {
  const document = createDocument(
    { id: '', text, origin: { file: '', line: 1, record: 1 }, at: { kind: 'now' }, media: [] },
    UNKNOWN_SCHOOL,
    { twitter: null, encoder },
  );
  const [first] = encodingsOf(document, document.facts(taggings)[0]!, encoder);
  const states = first?.states ?? [];
  const size = states[0]?.length ?? 0;
  const mean = new Float32Array(size);
  const most = new Float32Array(size).fill(-Infinity);
  const least = new Float32Array(size).fill(Infinity);
  for (const state of states) {
    for (let at = 0; at < size; at += 1) {
      mean[at]! += state[at]!;
      most[at] = Math.max(most[at]!, state[at]!);
      least[at] = Math.min(least[at]!, state[at]!);
    }
  }
  const average = mean.map((sum) => sum / states.length);
  vectors.push(states[0]!, average, most, least);
}
writeFileSync(`${out}.f32`, Buffer.concat(vectors.map((v) => new Uint8Array(v.buffer))));
const known = lessons.map(({ flags, account, file, text }) => ({ flags, account, file, text }));
writeFileSync(`${out}.json`, JSON.stringify(known));
