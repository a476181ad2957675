import { createReadStream, openSync, readSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { ArchiveDamage } from '../../input/archives/files.ts';
import type { ZipEntry } from './zip-entry.ts';
import { STORED } from './zip-entry.ts';

const HEADER = 0x04034b50;
const HEADER_LENGTH = 30;
const READ = 256 * 1024;
const CHUNK = 128 * 1024;

/** X splits its files at 100 MB; a network that does not writes no more than a few of these. */
const MOST_BYTES = 8 * 1024 ** 3;
/** JSON and CSV shrink to a tenth, the same post over and over to a fiftieth; a bomb to a thousandth. */
const MOST_RATIO = 250;
/** Too little to harm anybody, whatever the ratio. */
const HARMLESS = 16 * 1024 * 1024;

const BOMB = 'this file would unpack to far more than a file of an archive: it was not read';
const DAMAGED =
  'the zip is damaged in this file, so only what stands before was read: download it again';
const CUT =
  'the zip is cut short in this file, so only what stands before was read: download it again';

/** Where the bytes of a file begin: its own header may be longer than the list of contents says. */
const dataStart = (descriptor: number, { offset }: ZipEntry): number => {
  const header = Buffer.alloc(HEADER_LENGTH);
  const length = readSync(descriptor, header, 0, HEADER_LENGTH, offset);
  if (length < HEADER_LENGTH || header.readUInt32LE(0) !== HEADER) throw new ArchiveDamage(DAMAGED);
  return offset + HEADER_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28);
};

/**
 * Bytes of a file as they stand in the zip, unpacked where they are packed. Whoever stops reading
 * destroys the stream, which closes its descriptor whatever it was told: it has one of its own.
 */
const unpacked = (file: string, start: number, { method, compressedSize }: ZipEntry) => {
  const range = { fd: openSync(file, 'r'), start, end: start + compressedSize - 1 };
  const packed = createReadStream('', { ...range, highWaterMark: READ });
  if (method === STORED) return packed;
  // An error of either ends the loop that reads from the second.
  return pipeline(packed, createInflateRaw({ chunkSize: CHUNK }), () => undefined);
};

/** The bytes of one file of a zip, checked against what the zip says of them. */
export async function* unpack(
  file: string,
  descriptor: number,
  entry: ZipEntry,
): AsyncGenerator<Uint8Array> {
  const { size, compressedSize, isCut } = entry;
  const isBomb = size > MOST_BYTES || (size > HARMLESS && size > compressedSize * MOST_RATIO);
  if (isBomb) throw new ArchiveDamage(BOMB);
  const damage = isCut ? CUT : DAMAGED;
  if (compressedSize === 0) {
    if (isCut || size > 0) throw new ArchiveDamage(damage);
    return;
  }
  let length = 0;
  let sum = 0;
  const stream = unpacked(file, dataStart(descriptor, entry), entry);
  try {
    for await (const chunk of stream) {
      const bytes = chunk as Buffer;
      length += bytes.length;
      if (length > (isCut ? MOST_BYTES : size)) break;
      if (entry.crc !== undefined) sum = crc32(bytes, sum);
      yield bytes;
    }
  } catch (error) {
    if (error instanceof ArchiveDamage) throw error;
    throw new ArchiveDamage(damage);
  }
  if (isCut || length !== size || (entry.crc !== undefined && sum !== entry.crc)) {
    throw new ArchiveDamage(damage);
  }
}
