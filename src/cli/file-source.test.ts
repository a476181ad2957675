import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wholeOf } from '../input/source.ts';
import { openFile } from './file-source.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const written = (bytes: Uint8Array): string => {
  const file = path.join(folder, 'queue.csv');
  writeFileSync(file, bytes);
  return file;
};

describe('a file as a source', () => {
  it.each([0, 1, 1024 * 1024 - 1, 1024 * 1024, 2_500_000])('gives its %i bytes, twice', (size) => {
    const bytes = Uint8Array.from({ length: size }, (_, index) => index % 251);
    const source = openFile(written(bytes));
    expect(Buffer.compare(wholeOf(source), bytes)).toBe(0);
    expect(Buffer.compare(wholeOf(source), bytes)).toBe(0);
    expect(source.hasChanged()).toBe(false);
  });

  it.each([3, 2_500_000])('knows when one of %i bytes was written to meanwhile', (size) => {
    const file = written(new Uint8Array(size));
    const source = openFile(file);
    appendFileSync(file, 'x');
    expect(source.hasChanged()).toBe(true);
  });

  it('knows when it is gone', () => {
    const file = written(new Uint8Array(3));
    const source = openFile(file);
    rmSync(file);
    expect(source.hasChanged()).toBe(true);
  });

  it('throws what the system says of a folder and of nothing', () => {
    expect(() => openFile(folder)).toThrow(/EISDIR/u);
    expect(() => openFile(path.join(folder, 'nowhere'))).toThrow(/ENOENT/u);
  });
});
