import { DEFLATED, STORED } from './zip-entry.ts';
import type { ZipEntry } from './zip-entry.ts';
import type { Refused } from './refusals.ts';

const PLAIN_FILE = 0x8000;
const LINK = 0xa000;

/** A name that no archive has, and that leads elsewhere if it is ever written to a disk. */
export const leadsOut = (path: string): boolean =>
  /^(?:[/~]|[a-z]:)|(?:^|\/)\.\.(?:\/|$)|[\0-\x1f\x7f]/iu.test(path);

const findReason = (entry: ZipEntry): Refused['why'] | undefined => {
  if (leadsOut(entry.path)) return 'outside';
  if (entry.unixType === LINK) return 'link';
  if (entry.unixType !== 0 && entry.unixType !== PLAIN_FILE) return 'special';
  if (entry.isLocked) return 'locked';
  if (entry.method !== STORED && entry.method !== DEFLATED) return 'packed';
  if (entry.method === STORED && entry.size !== entry.compressedSize) return 'broken';
  return undefined;
};

/** Paths of the entries whose bytes are another’s as well, however they are hidden among others. */
const findOverlaps = (entries: readonly ZipEntry[], end: number): ReadonlySet<ZipEntry> => {
  const overlaps = new Set<ZipEntry>();
  const ordered = [...entries].sort((a, b) => a.offset - b.offset);
  let last: ZipEntry | undefined;
  let reach = 0;
  for (const entry of ordered) {
    if (last && entry.offset < reach) overlaps.add(last).add(entry);
    const own = entry.offset + entry.headerLength + entry.compressedSize;
    if (own > end) overlaps.add(entry);
    if (own > reach) [reach, last] = [own, entry];
  }
  return overlaps;
};

export interface Sorted {
  readonly files: ReadonlyMap<string, ZipEntry>;
  readonly refused: readonly Refused[];
}

/** Which files of a zip may be read. `end`: its bytes in all. */
export const sortOut = (all: readonly ZipEntry[], end: number): Sorted => {
  const refused: Refused[] = [];
  const overlaps = findOverlaps(
    all.filter(({ isCut }) => !isCut),
    end,
  );
  const files = new Map<string, ZipEntry>();
  const twice = new Set<string>();
  for (const entry of all) {
    const { path } = entry;
    // Folders are in the names of their files; what is called one holds nothing to be read.
    if (path.endsWith('/') && !leadsOut(path)) continue;
    const why = findReason(entry) ?? (overlaps.has(entry) ? 'overlap' : undefined);
    if (why) refused.push({ path, why });
    else if (files.has(path)) twice.add(path);
    else files.set(path, entry);
  }
  for (const path of twice) {
    refused.push({ path, why: 'twice' });
    files.delete(path);
  }
  return { files, refused };
};
