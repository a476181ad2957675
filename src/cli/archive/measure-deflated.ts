import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

const CHUNK = 128 * 1024;

/** Beyond this, waiting would take longer than downloading the archive again. */
const MOST_BYTES = 1024 ** 3;

/** How long deflated bytes are that begin at `start`; undefined where they do not end before `end`. */
export const measureDeflated = async (
  descriptor: number,
  start: number,
  end: number,
): Promise<{ readonly compressedSize: number; readonly size: number } | undefined> => {
  if (start >= end) return undefined;
  const range = { fd: descriptor, autoClose: false, start, end: end - 1, highWaterMark: CHUNK };
  const inflate = createInflateRaw({ chunkSize: CHUNK });
  let size = 0;
  try {
    const packed = createReadStream('', range);
    for await (const chunk of pipeline(packed, inflate, () => undefined)) {
      size += (chunk as Buffer).length;
      if (size > MOST_BYTES) return undefined;
    }
  } catch {
    return undefined;
  }
  return { compressedSize: inflate.bytesWritten, size };
};
