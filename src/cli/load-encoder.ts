import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Encoder } from '../document/encoder.ts';
import type { Flaw } from '../encoder/model.ts';
import { ROOT } from './root.ts';

/** Where the build puts the weights. */
const WEIGHTS = 'dist/reader.model';

const WHY: Readonly<Record<Flaw, string>> = {
  'not-weights': 'it holds no weights',
  newer: 'it was made for a newer policy-lint',
  'cut-short': 'it is cut short',
  damaged: 'it is damaged',
  'no-webassembly': 'this Node was told to run without WebAssembly',
};

const without = (file: string, why: string): string =>
  `names were judged without the language model, which misses more and errs more: ${file} ${why}`;

/** The encoder, and what is to be said where there is none. Its weights are read when it is called. */
export const encoderLoader = (
  root = ROOT,
): {
  readonly load: () => Promise<Encoder | null>;
  readonly notes: () => readonly string[];
} => {
  const notes: string[] = [];
  const load = async (): Promise<Encoder | null> => {
    const file = path.join(root, WEIGHTS);
    if (!existsSync(file)) {
      notes.push(without(WEIGHTS, 'is not there (install policy-lint again)'));
      return null;
    }
    const { createEncoder } = await import('../encoder/encoder.ts');
    const made = createEncoder(readFileSync(file));
    if (!('flaw' in made)) return made;
    notes.push(without(WEIGHTS, `cannot be used, because ${WHY[made.flaw]}`));
    return null;
  };
  return { load, notes: () => notes };
};
