import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { Source } from '../input/source.ts';
import { sourceOf } from '../input/source.ts';

/** A file that is read again for each pass over it, and what became of it meanwhile. */
export interface FileSource extends Source {
  /** Whether somebody wrote to it since it was opened first. */
  readonly hasChanged: () => boolean;
}

/** Smaller files are read at once. */
const PIECE = 1024 * 1024;

function* pieces(file: string): Generator<Uint8Array> {
  const descriptor = openSync(file, 'r');
  try {
    for (;;) {
      const piece = new Uint8Array(PIECE);
      const length = readSync(descriptor, piece);
      if (length === 0) return;
      yield length === PIECE ? piece : piece.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Throws what the system says when the file cannot be opened. */
export const openFile = (file: string): FileSource => {
  const descriptor = openSync(file, 'r');
  try {
    const before = fstatSync(descriptor);
    const hasChanged = (): boolean => {
      const after = statSync(file, { throwIfNoEntry: false });
      return after?.size !== before.size || after.mtimeMs !== before.mtimeMs;
    };
    // A pipe or a device has no size, and can be read once.
    if (!before.isFile()) return { ...sourceOf(readFileSync(descriptor)), hasChanged: () => false };
    if (before.size < PIECE) return { ...sourceOf(readFileSync(descriptor)), hasChanged };
    return { chunks: () => pieces(file), hasChanged };
  } finally {
    closeSync(descriptor);
  }
};
