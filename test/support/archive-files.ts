import type { ArchiveFiles } from '../../src/input/archives/files.ts';
import type {
  ArchiveFormat,
  ArchiveOptions,
  ArchiveRecord,
} from '../../src/input/archives/archive.ts';
import type { ArchiveAccount } from '../../src/core/archive.ts';
import type { Problem } from '../../src/core/problem.ts';

type Content = string | Uint8Array;

const bytesOf = (content: Content): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** Files that stand in memory; read a few bytes at a time, as a container may give them. */
export const filesOf = (
  contents: Readonly<Record<string, Content>>,
  name = Object.keys(contents)[0]!,
  chunk = 61,
): ArchiveFiles => ({
  name,
  paths: Object.keys(contents).sort(),
  sizeOf: (path) => bytesOf(contents[path]!).length,
  async *open(path) {
    const bytes = bytesOf(contents[path]!);
    for (let at = 0; at < bytes.length; at += chunk) {
      yield await Promise.resolve(bytes.subarray(at, at + chunk));
    }
  },
  problems: [],
  close: () => undefined,
});

/** Everything that a format makes of files. */
export interface Audited {
  readonly account: ArchiveAccount;
  readonly problems: readonly Problem[];
  readonly records: readonly ArchiveRecord[];
}

export const headIn =
  (files: ArchiveFiles) =>
  async (path: string): Promise<string> => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of files.open(path)) chunks.push(chunk);
    return new TextDecoder().decode(Buffer.concat(chunks)).slice(0, 8192);
  };

export const readArchive = async (
  format: ArchiveFormat,
  files: ArchiveFiles,
  options: Partial<ArchiveOptions> = {},
): Promise<Audited> => {
  const reading = format.read(files, { timezone: 'Europe/London', likes: false, ...options });
  const { account, problems } = await reading.account();
  const records: ArchiveRecord[] = [];
  for await (const record of reading.records()) records.push(record);
  return { account, problems, records };
};

/** As `readArchive`, of one file alone. */
export const readFileAs = (
  format: ArchiveFormat,
  content: Content,
  name: string,
): Promise<Audited> => readArchive(format, filesOf({ [name]: content }));
