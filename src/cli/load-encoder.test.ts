import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encoderLoader } from './load-encoder.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'policy-lint-'));
  mkdirSync(path.join(root, 'dist'));
});
afterEach(() => rmSync(root, { recursive: true }));

const WITHOUT = 'names were judged without the language model, which misses more and errs more: ';

const loaded = async (weights?: Uint8Array) => {
  if (weights) writeFileSync(path.join(root, 'dist/reader.model'), weights);
  const { load, notes } = encoderLoader(root);
  const encoder = await load();
  return { isThere: encoder !== null, notes: notes() };
};

describe('the encoder', () => {
  const weights = readFileSync('src/encoder/data/reader.model');

  it('is read from beside the command', async () => {
    expect(await loaded(weights)).toEqual({ isThere: true, notes: [] });
  });

  it('is done without where it is not there, and that is said', async () => {
    expect(await loaded()).toEqual({
      isThere: false,
      notes: [`${WITHOUT}dist/reader.model is not there (install policy-lint again)`],
    });
  });

  it.each([
    ['it is cut short', weights.subarray(0, 100_000)],
    ['it holds no weights', Buffer.from('nothing')],
  ])('is done without where %s', async (why, bytes) => {
    expect(await loaded(bytes)).toEqual({
      isThere: false,
      notes: [`${WITHOUT}dist/reader.model cannot be used, because ${why}`],
    });
  });
});
