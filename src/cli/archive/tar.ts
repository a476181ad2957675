import type { TarHeader } from 'modern-tar';
import { createTarDecoder } from 'modern-tar';
import type { ArchiveFiles } from '../../input/archives/files.ts';
import { ArchiveDamage } from '../../input/archives/files.ts';
import type { Problem } from '../../core/problem.ts';
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

interface Kept {
  readonly size: number;
  readonly chunks: readonly Uint8Array[];
  /** Why there is no more of it. */
  readonly damage?: string;
}

interface Contents {
  readonly files: Map<string, Kept>;
  readonly refused: Refused[];
  problem?: string;
}

const whyRefused = ({ name, type = 'file' }: TarHeader): Refused['why'] | undefined => {
  if (leadsOut(name)) return 'outside';
  if (type === 'symlink' || type === 'link') return 'link';
  return type === 'file' ? undefined : 'special';
};

const messageOf = (error: unknown): string =>
  error instanceof ArchiveDamage ? error.message : DAMAGED;

/** Keeps a body as far as it can be read; what comes is put into `kept` as it comes. */
const keep = async (
  { name, size }: TarHeader,
  body: ReadableStream<Uint8Array>,
  files: Map<string, Kept>,
): Promise<void> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      length += chunk.length;
      if (length > MOST_KEPT) {
        files.set(name, { size, chunks: [], damage: TOO_LARGE });
        return;
      }
      chunks.push(Uint8Array.from(chunk));
    }
    files.set(name, { size, chunks });
  } catch (error) {
    files.set(name, { size, chunks, damage: messageOf(error) });
  }
};

/** Hands the bytes of a file to the decoder; an error of either ends both. */
const feed = async (
  file: string,
  isPacked: boolean,
  writable: WritableStream<Uint8Array>,
): Promise<void> => {
  const writer = writable.getWriter();
  try {
    for await (const chunk of gunzipped(file, isPacked)) await writer.write(chunk);
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => undefined);
  }
};

const readContents = async (file: string, isPacked: boolean): Promise<Contents> => {
  const contents: Contents = { files: new Map(), refused: [] };
  const { files, refused } = contents;
  const { readable, writable } = createTarDecoder({ strict: true });
  const fed = feed(file, isPacked, writable);
  let entries = 0;
  try {
    for await (const { header, body } of readable) {
      entries += 1;
      const named = { ...header, name: header.name.replace(/^(?:[.]\/)+/u, '') };
      const why = header.type === 'directory' ? undefined : whyRefused(named);
      if (entries > MOST_ENTRIES) contents.problem = TOO_MANY;
      if (entries > MOST_ENTRIES) break;
      if (why) refused.push({ path: named.name, why });
      else if (header.type !== 'directory' && files.has(named.name)) {
        refused.push({ path: named.name, why: 'twice' });
      } else if (header.type !== 'directory' && WANTED.test(named.name)) {
        await keep(named, body, files);
        continue;
      } else if (header.type !== 'directory') {
        files.set(named.name, { size: header.size, chunks: [], damage: NOT_KEPT });
      }
      await body.cancel();
    }
  } catch (error) {
    contents.problem = messageOf(error);
  }
  await fed;
  for (const { path, why } of refused) if (why === 'twice') files.delete(path);
  return contents;
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
    ...problemsOf(named, refused),
  ];
  if (files.size === 0) return { problem: problems[0] ?? { file: named, message: EMPTY } };
  return {
    name: named,
    paths: [...files.keys()].sort(),
    sizeOf: (path) => files.get(path)?.size ?? 0,
    // eslint-disable-next-line @typescript-eslint/require-await -- a zip has to be waited for
    async *open(path) {
      const kept = files.get(path);
      if (kept) yield* kept.chunks;
      if (!kept || kept.damage !== undefined) throw new ArchiveDamage(kept?.damage ?? NOT_KEPT);
    },
    problems,
    close: () => files.clear(),
  };
};
