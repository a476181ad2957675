import { once } from '../../../core/once.ts';
import { fileName } from '../../names.ts';
import type { ArchiveFormat } from '../archive.ts';
import type { ArchiveFiles } from '../files.ts';
import { headOf } from '../networks/text-of.ts';
import { readAccount } from './account.ts';
import type { XFiles } from './files-of.ts';
import { KINDS, kindByHead, xFileAlone, xFilesIn } from './files-of.ts';
import { readManifest } from './manifest.ts';
import type { XArchive } from './records.ts';
import { xRecords } from './records.ts';

const NAME = 'X archive';

/** What its files begin with; somebody may have taken the program around the list away. */
const STARTS = /^\s*(?:window\.YTD\.\w+\.part\d+\s*=|window\.__THAR_CONFIG\s*=|\[)/u;

type Head = (path: string) => Promise<string>;

const findAlone = async (path: string, head: Head): Promise<XFiles | undefined> => {
  const beginning = await head(path);
  const kind = kindByHead(beginning);
  if (kind) return xFileAlone(path, kind);
  const isBare = KINDS.tweets.test(fileName(path)) && /^\s*\[/u.test(beginning);
  return isBare ? xFileAlone(path, 'tweets') : undefined;
};

const findX = async (files: ArchiveFiles, head: Head): Promise<XFiles | undefined> => {
  const [only, second] = files.paths;
  if (only !== undefined && second === undefined) return findAlone(only, head);
  const found = xFilesIn(files);
  if (!found) return undefined;
  for (const path of [...found.by.manifest, ...found.by.tweets, ...found.by.deleted]) {
    if (STARTS.test(await head(path))) return found;
  }
  return undefined;
};

const HEAD = 8192;

/** The whole archive that X makes for an account since 2018. */
export const xArchive: ArchiveFormat = {
  name: NAME,
  recognises: async (files, head) => (await findX(files, head)) !== undefined,
  read(files, options) {
    const open = once(async (): Promise<XArchive> => {
      const found = await findX(files, (path) => headOf(files, path, HEAD));
      if (!found) throw new Error(`${files.name} is no X archive`);
      const manifest = await readManifest(files, found, options);
      return { files, found, manifest, account: await readAccount(files, found, manifest, NAME) };
    });
    return {
      account: async () => (await open()).account,
      async *records() {
        yield* xRecords(await open(), options);
      },
    };
  },
};
