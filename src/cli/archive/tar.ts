import type { ParsedTarEntry, TarHeader } from 'modern-tar';
import { createTarDecoder } from 'modern-tar';
import type { ArchiveFiles } from '../../input/archives/files.ts';
import { ArchiveDamage } from '../../input/archives/files.ts';
import type { Problem } from '../../core/problem.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { gunzipped } from './gunzip.ts';
import type { Refused } from './refusals.ts';
import { problemsOf } from './refusals.ts';
import { leadsOut } from './zip-refusals.ts';

/** A tar has no list of contents and is read once: only what Mastodon’s archives are read for is kept. */
const WANTED = /(?:^|\/)(?:outbox[^/]*|actor)[.]json$/iu;

/** Letters of one file that are kept. */
const MOST_KEPT = 256 * 1024 * 1024;
/** Far beyond any archive. */
const MOST_ENTRIES = 2_000_000;

const TOO_LARGE = 'this file is too large to be read out of a tar: unpack it and give the folder';
const NOT_KEPT = 'this file was not read: unpack the archive and give the folder';
const EMPTY = 'this archive holds no files: download it again';
const TOO_MANY = 'this archive holds far more files than any: name the one that the network made';
const DAMAGED =
  'this archive is damaged, so only the files before the damage were read: download it again';

const CUT =
  'this file is cut short or damaged, so only what stands before was read: download it again';

const BLOCK = 512;

interface Kept {
  readonly size: number;
  readonly chunks: readonly Uint8Array[];
  /** Why there is no more of it. */
  readonly damage?: string;
}

interface Contents {
  readonly files: Map<string, Kept>;
  readonly refused: Refused[];
  readonly problem?: string;
}

const whyRefused = ({ name, type = 'file' }: TarHeader): Refused['why'] | undefined => {
  if (leadsOut(name)) return 'outside';
  if (type === 'symlink' || type === 'link') return 'link';
  return type === 'file' ? undefined : 'special';
};

/** Keeps a body as far as it can be read. */
const keep = async (
  { name, size }: TarHeader,
  body: ReadableStream<Uint8Array>,
  files: Map<string, Kept>,
): Promise<void> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > MOST_KEPT) {
      files.set(name, { size, chunks: [], damage: TOO_LARGE });
      return;
    }
    chunks.push(Uint8Array.from(chunk));
  }
  files.set(name, { size, chunks, ...(length < size && { damage: CUT }) });
};

/** A tar ends with two blocks of zeros; what was cut short does not. */
const isEnd = (tail: Uint8Array): boolean =>
  tail.length === BLOCK && tail.every((byte) => byte === 0);

/**
 * Hands the bytes of a file to the decoder, and says what is wrong with them. The decoder is never told
 * to fail: it would drop the entries that wait to be taken.
 */
const feed = async (
  file: string,
  isPacked: boolean,
  writable: WritableStream<Uint8Array>,
): Promise<string | undefined> => {
  const writer = writable.getWriter();
  let tail: Uint8Array = new Uint8Array();
  let damage: string | undefined;
  try {
    for await (const chunk of gunzipped(file, isPacked)) {
      tail = Buffer.concat([tail, chunk.subarray(-BLOCK)]).subarray(-BLOCK);
      await writer.write(chunk);
    }
    if (!isEnd(tail)) damage = CUT;
  } catch (error) {
    damage = error instanceof ArchiveDamage ? error.message : DAMAGED;
  }
  await writer.close().catch(() => undefined);
  return damage;
};

/** Takes one entry of a tar, and leaves its bytes alone unless they are wanted. */
const take = async (
  { header, body }: ParsedTarEntry,
  { files, refused }: Contents,
): Promise<void> => {
  const name = header.name.replace(/^(?:[.]\/)+/u, '');
  const named = { ...header, name };
  const isFolder = header.type === 'directory' && !leadsOut(name);
  const why = isFolder ? undefined : (whyRefused(named) ?? (files.has(name) ? 'twice' : undefined));
  if (why) refused.push({ path: name, why });
  else if (!isFolder && WANTED.test(name)) return keep(named, body, files);
  else if (!isFolder) files.set(name, { size: header.size, chunks: [], damage: NOT_KEPT });
  await body.cancel();
};

const readContents = async (file: string, isPacked: boolean): Promise<Contents> => {
  const contents: Contents = { files: new Map(), refused: [] };
  const { readable, writable } = createTarDecoder();
  const fed = feed(file, isPacked, writable);
  let entries = 0;
  let problem: string | undefined;
  try {
    for await (const entry of readable) {
      entries += 1;
      if (entries > MOST_ENTRIES) throw new ArchiveDamage(TOO_MANY);
      await take(entry, contents);
    }
  } catch (error) {
    problem = error instanceof ArchiveDamage ? error.message : DAMAGED;
  }
  problem = (await fed) ?? problem;
  // Nobody can tell which is meant.
  for (const { path, why } of contents.refused) if (why === 'twice') contents.files.delete(path);
  return { ...contents, ...(problem !== undefined && { problem }) };
};

/** Opens the `.tar.gz` in which Mastodon packed its archives until 2023. Nothing is unpacked to disk. */
export const openTar = async (
  file: string,
  named: string,
  isPacked: boolean,
): Promise<ArchiveFiles | { readonly problem: Problem }> => {
  const { files, refused, problem } = await readContents(file, isPacked);
  const problems = [
    ...(problem === undefined ? [] : [{ file: named, message: problem }]),
    ...problemsOf(named, refused, 'tar'),
  ];
  if (files.size === 0) return { problem: problems[0] ?? { file: named, message: EMPTY } };
  return {
    name: named,
    paths: [...files.keys()].sort(),
    sizeOf: (path) => files.get(path)?.size ?? 0,
    async *open(path) {
      const kept = files.get(path);
      if (kept) yield* kept.chunks;
      if (!kept || kept.damage !== undefined) throw new ArchiveDamage(kept?.damage ?? NOT_KEPT);
    },
    decode: decodeUtf8,
    problems,
    close: () => files.clear(),
  };
};
