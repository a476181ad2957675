import path from 'node:path';
import type { ArchiveAccount } from '../../core/archive.ts';
import type { Policy } from '../../core/policy.ts';
import type { Problem } from '../../core/problem.ts';
import { createSeen } from '../../core/seen.ts';
import { findFormat } from '../../input/archives/index.ts';
import type { ArchiveFormat, ArchiveReading, ArchiveRecord } from '../../input/archives/archive.ts';
import type { ArchiveFiles } from '../../input/archives/files.ts';
import { openArchive } from '../archive/open.ts';
import type { Io } from '../io.ts';

/** Archives that were opened, with what they say of their account. */
export interface OpenArchives {
  /** Of the first that says anything; absent when none could be opened. */
  readonly account?: ArchiveAccount;
  /** Bytes of the files that hold posts, unpacked. */
  readonly bytes: number;
  /** Whom to tell how many bytes were read. */
  readonly listen: (to: (bytes: number) => void) => void;
  readonly records: () => AsyncGenerator<ArchiveRecord>;
  /** What could not be opened, and what is wrong with what was. */
  readonly problems: readonly Problem[];
  readonly close: () => void;
}

interface Opened {
  readonly files: ArchiveFiles;
  readonly format: ArchiveFormat;
}

interface Wanted {
  readonly timezone: string;
  readonly likes: boolean;
  readonly earlier?: boolean;
}

/** Where archives keep posts: X’s, its older ones, and lists of any kind. Only a bar depends on it. */
const HOLDS_POSTS =
  /(?:^|\/)(?:(?:deleted-|community-)?tweets?(?:-part\d+)?\.js|\d{4}_\d\d\.js|outbox\.json|[\w-]*posts[\w-]*\.json|[^/]*\.(?:jsonl|ndjson|csv|car))$/iu;

const pathsWithPosts = ({ paths }: ArchiveFiles): ReadonlySet<string> => {
  const found = paths.filter((inside) => HOLDS_POSTS.test(inside));
  return new Set(found.length > 0 ? found : paths);
};

/** The same files; whoever listens hears of each piece that was read of those with posts. */
const heard = (files: ArchiveFiles, listen: (bytes: number) => void): ArchiveFiles => {
  const withPosts = pathsWithPosts(files);
  return {
    ...files,
    async *open(inside) {
      for await (const piece of files.open(inside)) {
        if (withPosts.has(inside)) listen(piece.length);
        yield piece;
      }
    },
  };
};

const UNKNOWN =
  'this is no archive of posts that is known: give the zip or the folder as the network made it';

const openOne = async (
  named: string,
  listen: (bytes: number) => void,
  { cwd }: Io,
): Promise<Opened | { readonly problem: Problem }> => {
  const container = await openArchive(path.resolve(cwd, named), named);
  if ('problem' in container) return container;
  const files = heard(container, listen);
  const format = await findFormat(files);
  if (!format) {
    files.close();
    const [why] = files.problems;
    return { problem: why ?? { file: named, message: UNKNOWN } };
  }
  return { files, format };
};

/** Parts of one archive, and the parts of one file, may hold the same post. */
async function* withoutRepeats(readings: readonly ArchiveReading[]): AsyncGenerator<ArchiveRecord> {
  const seen = createSeen();
  for (const reading of readings) {
    for await (const record of reading.records()) {
      if (!('post' in record)) yield record;
      else {
        const { id, published } = record.post;
        yield seen.has(`${published?.kind ?? 'own'} ${id}`) ? { skipped: 'repeated' } : record;
      }
    }
  }
}

/** What several parts of an archive say of the account, the first word counting. */
const joined = (accounts: readonly ArchiveAccount[]): ArchiveAccount | undefined => {
  const [first] = accounts;
  if (!first) return undefined;
  return accounts.reduceRight((rest, one) => ({
    ...rest,
    ...one,
    profile: { ...rest.profile, ...one.profile },
  }));
};

/** The files of data in all but one of them. */
const elsewhere = (opened: readonly Opened[], but: Opened): ReadonlySet<string> =>
  new Set(
    opened
      .filter((one) => one !== but)
      .flatMap(({ files }) => files.paths.filter((inside) => inside.endsWith('.js')))
      .map((inside) => path.posix.basename(inside)),
  );

const bytesOf = (files: ArchiveFiles): number =>
  [...pathsWithPosts(files)].reduce((sum, inside) => sum + files.sizeOf(inside), 0);

/** Whether any rule looks at what the account liked; else likes are not even read. */
export const wantsLikes = (policies: readonly Policy[]): boolean =>
  policies.some(({ rules }) => rules.some(({ judges }) => judges?.includes('like')));

/** Opens archives, in the order of their names: who lists them how changes nothing. */
export const openArchives = async (
  named: readonly string[],
  wanted: Wanted,
  io: Io,
): Promise<OpenArchives> => {
  let listener: (bytes: number) => void = () => undefined;
  const opened: Opened[] = [];
  const problems: Problem[] = [];
  const accounts: ArchiveAccount[] = [];
  for (const name of [...new Set(named)].sort()) {
    const one = await openOne(name, (bytes) => listener(bytes), io);
    if ('problem' in one) problems.push(one.problem);
    else opened.push(one);
  }
  const readings = opened.map((one) =>
    one.format.read(one.files, { ...wanted, elsewhere: elsewhere(opened, one) }),
  );
  for (const [index, reading] of readings.entries()) {
    const told = await reading.account();
    accounts.push(told.account);
    problems.push(...(opened[index]?.files.problems ?? []), ...told.problems);
  }
  const account = joined(accounts);
  return {
    ...(account && { account }),
    bytes: opened.reduce((sum, { files }) => sum + bytesOf(files), 0),
    records: () => withoutRepeats(readings),
    listen(to) {
      listener = to;
    },
    problems,
    close() {
      for (const { files } of opened) files.close();
    },
  };
};
