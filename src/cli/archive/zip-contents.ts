import { readSync } from 'node:fs';
import type { Entry } from 'yauzl';
import yauzl from 'yauzl';
import type { ZipContents, ZipEntry } from './zip-entry.ts';

/** A hundred thousand pictures are as many entries: they are not fetched one by one. */
const BLOCK = 256 * 1024;

/** What ends a zip, with a comment behind it that may be as long as a number of two bytes says. */
const END = Buffer.from('PK\x05\x06', 'latin1');
const END_LENGTH = 22;
const MOST_COMMENT = 0xffff;
const ENTRY = Buffer.from('PK\x01\x02', 'latin1');

/** Far beyond any archive. */
const MOST_ENTRIES = 2_000_000;

/** Bytes that somebody put before a zip, such as a program that unpacks it: no offset counts them. */
const lengthBefore = (descriptor: number, size: number): number => {
  const tail = Buffer.alloc(Math.min(size, END_LENGTH + MOST_COMMENT));
  readSync(descriptor, tail, 0, tail.length, size - tail.length);
  const at = tail.lastIndexOf(END);
  if (at < 0 || at + END_LENGTH > tail.length) return 0;
  const list = size - tail.length + at - tail.readUInt32LE(at + 12);
  const before = list - tail.readUInt32LE(at + 16);
  if (list < 0 || before <= 0) return 0;
  const entry = Buffer.alloc(ENTRY.length);
  readSync(descriptor, entry, 0, entry.length, list);
  return entry.equals(ENTRY) ? before : 0;
};

/** A descriptor that is read a block at a time. */
class BlockReader extends yauzl.RandomAccessReader {
  readonly #descriptor: number;
  readonly #block = Buffer.alloc(BLOCK);
  readonly #before: number;
  #start = 0;
  #length = 0;

  constructor(descriptor: number, before: number) {
    super();
    this.#descriptor = descriptor;
    this.#before = before;
  }

  #copy(target: Buffer, offset: number, length: number, position: number): void {
    if (length > BLOCK) {
      readSync(this.#descriptor, target, offset, length, position);
      return;
    }
    if (position < this.#start || position + length > this.#start + this.#length) {
      this.#start = position;
      this.#length = readSync(this.#descriptor, this.#block, 0, BLOCK, position);
    }
    const from = position - this.#start;
    if (from + length > this.#length) throw new Error('unexpected end of the zip');
    this.#block.copy(target, offset, from, from + length);
  }

  override read(
    target: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    let failure: Error | null = null;
    try {
      this.#copy(target, offset, length, position + this.#before);
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
    }
    // yauzl counts on being called back later.
    queueMicrotask(() => callback(failure));
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }
}

const UNIX = 3;
const MACOS = 19;
const HAS_UNIX_TYPE = new Set([UNIX, MACOS]);

const asEntry = (entry: Entry, before: number): ZipEntry => ({
  path: yauzl.getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileNameRaw,
    entry.extraFields,
    false,
  ),
  offset: entry.relativeOffsetOfLocalHeader + before,
  headerLength: 30 + entry.fileNameLength,
  compressedSize: entry.compressedSize,
  size: entry.uncompressedSize,
  method: entry.compressionMethod,
  crc: entry.crc32,
  isLocked: entry.isEncrypted(),
  unixType: HAS_UNIX_TYPE.has(entry.versionMadeBy >> 8)
    ? (entry.externalFileAttributes >>> 16) & 0xf000
    : 0,
});

const BROKEN_LIST =
  'the list of contents of this zip is damaged, so only the files before the damage were read: download it again';
const LOCKED_LIST =
  'this zip is locked with a password: unpack it with the password and give the folder';
const SPLIT = 'this is one volume of a zip in several: put them together first, or unpack them';

const whyBroken = (error: unknown): string => {
  const told = error instanceof Error ? error.message : '';
  return /strong encryption/u.test(told) ? LOCKED_LIST : BROKEN_LIST;
};

/** What the list at the end of a zip says is in it; undefined: it has no such list. */
export const readContents = async (
  descriptor: number,
  size: number,
): Promise<ZipContents | undefined> => {
  // Sizes are judged where a file is read, and names where all are known: one bad file costs itself alone.
  const options = { decodeStrings: false, validateEntrySizes: false, autoClose: false };
  const entries: ZipEntry[] = [];
  const before = lengthBefore(descriptor, size);
  let zip: yauzl.ZipFile;
  try {
    const reader = new BlockReader(descriptor, before);
    zip = await yauzl.fromRandomAccessReaderPromise(reader, size - before, options);
  } catch (error) {
    const isSplit = error instanceof Error && error.message.startsWith('multi-disk');
    return isSplit ? { entries, problem: SPLIT } : undefined;
  }
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.length === MOST_ENTRIES) return { entries, problem: BROKEN_LIST };
      entries.push(asEntry(entry, before));
    }
  } catch (error) {
    return { entries, problem: whyBroken(error) };
  }
  return { entries };
};
