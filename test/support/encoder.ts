import { existsSync, readFileSync } from 'node:fs';
import { createEncoder } from '../../src/encoder/encoder.ts';
import type { Encoder } from '../../src/document/encoder.ts';

const FILE = 'src/encoder/data/reader.model';

let kept: Encoder | undefined;

/** The encoder with the weights that the package ships, read once. */
export const shippedEncoder = (): Encoder => {
  if (!kept) {
    if (!existsSync(FILE)) throw new Error(`${FILE} is missing`);
    const made = createEncoder(readFileSync(FILE));
    if ('flaw' in made) throw new Error(`${FILE}: ${made.flaw}`);
    kept = made;
  }
  return kept;
};
