import { readSync } from 'node:fs';
import type { ExtraField } from 'yauzl';
import yauzl from 'yauzl';
import type { ZipContents, ZipEntry } from './zip-entry.ts';
import { DEFLATED } from './zip-entry.ts';
import { measureDeflated } from './measure-deflated.ts';

const HEADER = 0x04034b50;
const HEADER_LENGTH = 30;
const DESCRIPTOR = 0x08074b50;
const ZIP64 = 0x0001;
const WIDE = 0xffff_ffff;

const HAS_DESCRIPTOR = 0x8;
const IS_LOCKED = 0x1;

const cutShort = (count: number): string =>
  count === 0
    ? 'this zip is cut short before its first file ends: download it again'
    : `this zip is cut short: its list of contents is missing, so only the ${count === 1 ? 'file' : `${count} files`} at its beginning could be read: download it again`;

interface Found {
  readonly entry: ZipEntry;
  /** Where its bytes begin. */
  readonly start: number;
  /** Sizes follow its bytes instead of preceding them. */
  readonly isOpenEnded: boolean;
}

const fieldsIn = (extra: Buffer): ExtraField[] => {
  try {
    return yauzl.parseExtraFields(extra);
  } catch {
    return [];
  }
};

const readAt = (descriptor: number, position: number, length: number): Buffer => {
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, readSync(descriptor, buffer, 0, length, position));
};

/** Sizes beyond 4 GiB stand in a field of their own: unpacked, then packed. */
const wideSizes = (fields: readonly ExtraField[]): readonly [number, number] | undefined => {
  const data = fields.find(({ id }) => id === ZIP64)?.data;
  if (!data || data.length < 16) return undefined;
  return [Number(data.readBigUInt64LE(0)), Number(data.readBigUInt64LE(8))];
};

const findHeader = (descriptor: number, offset: number): Found | undefined => {
  const header = readAt(descriptor, offset, HEADER_LENGTH);
  if (header.length < HEADER_LENGTH || header.readUInt32LE(0) !== HEADER) return undefined;
  const flags = header.readUInt16LE(6);
  const nameLength = header.readUInt16LE(26);
  const extraLength = header.readUInt16LE(28);
  const rest = readAt(descriptor, offset + HEADER_LENGTH, nameLength + extraLength);
  if (rest.length < nameLength + extraLength) return undefined;
  const fields = fieldsIn(rest.subarray(nameLength));
  const isOpenEnded = (flags & HAS_DESCRIPTOR) !== 0 && header.readUInt32LE(18) === 0;
  const narrow = [header.readUInt32LE(22), header.readUInt32LE(18)] as const;
  const [size, compressedSize] = (narrow.includes(WIDE) ? wideSizes(fields) : undefined) ?? narrow;
  return {
    entry: {
      path: yauzl.getFileNameLowLevel(flags, rest.subarray(0, nameLength), fields, false),
      offset,
      headerLength: HEADER_LENGTH + nameLength + extraLength,
      compressedSize,
      size,
      method: header.readUInt16LE(8),
      isLocked: (flags & IS_LOCKED) !== 0,
      unixType: 0,
      ...(isOpenEnded ? {} : { crc: header.readUInt32LE(14) }),
    },
    start: offset + HEADER_LENGTH + nameLength + extraLength,
    isOpenEnded,
  };
};

/** Length of the sizes that follow the bytes of a file, in any of their four spellings. */
const descriptorLength = (descriptor: number, at: number, compressedSize: number): number => {
  const found = readAt(descriptor, at, 24);
  const signed = found.length >= 4 && found.readUInt32LE(0) === DESCRIPTOR ? 4 : 0;
  const isNarrow =
    found.length >= signed + 8 && found.readUInt32LE(signed + 4) === compressedSize >>> 0;
  const next = (length: number): boolean => {
    const behind = readAt(descriptor, at + length, 2);
    return behind.length < 2 || behind.toString('latin1') === 'PK';
  };
  return isNarrow && next(signed + 12) ? signed + 12 : signed + 20;
};

/** A file whose sizes are known, and where the next one begins. */
const measured = async (
  descriptor: number,
  { entry, start, isOpenEnded }: Found,
  end: number,
): Promise<{ readonly entry: ZipEntry; readonly next: number } | undefined> => {
  if (!isOpenEnded) {
    const next = start + entry.compressedSize;
    if (next <= end) return { entry, next };
    return { entry: { ...entry, compressedSize: end - start, isCut: true }, next: end };
  }
  // Where stored bytes end nobody can tell.
  if (entry.method !== DEFLATED || entry.isLocked) return undefined;
  const found = await measureDeflated(descriptor, start, end);
  if (!found) return { entry: { ...entry, compressedSize: end - start, isCut: true }, next: end };
  const { compressedSize, size } = found;
  const behind = start + compressedSize;
  const next = behind + descriptorLength(descriptor, behind, compressedSize);
  return { entry: { ...entry, compressedSize, size }, next };
};

/**
 * What stands at the beginning of a zip without its list of contents, by the header before each file.
 * Stops where a header does not say how long its file is.
 */
export const salvageContents = async (descriptor: number, end: number): Promise<ZipContents> => {
  const entries: ZipEntry[] = [];
  for (let at = 0; at < end;) {
    const found = findHeader(descriptor, at);
    const known = found && (await measured(descriptor, found, end));
    if (!known) break;
    entries.push(known.entry);
    at = known.next;
  }
  return { entries, problem: cutShort(entries.filter(({ isCut }) => !isCut).length) };
};
