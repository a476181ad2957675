import type { Problem } from '../../../core/problem.ts';
import type { Mapping } from '../../../syntax/plain-data.ts';
import { isMapping, listOf, mappingOf } from '../../../syntax/plain-data.ts';
import { fileName } from '../../names.ts';
import type { ArchiveOptions } from '../archive.ts';
import { readAssignment } from '../assignment.ts';
import type { ArchiveFiles } from '../files.ts';
import { fileIn } from '../networks/place.ts';
import { asInstant, asText } from '../networks/values.ts';
import type { XFiles } from './files-of.ts';
import { KINDS } from './files-of.ts';

/** What an archive says of itself. */
export interface Manifest {
  readonly accountId?: string;
  readonly handle?: string;
  readonly displayName?: string;
  readonly exportedMs?: number;
  readonly isPartial: boolean;
  /** How many records a file should hold, by its name. */
  readonly counts: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
}

const NO_MANIFEST =
  'this file is not as X writes it, so nobody can tell whether all of the archive is here';
const NO_DATE = 'when this archive was made cannot be read here';

const NONE: Manifest = { isPartial: false, counts: new Map(), problems: [] };

const isWellFormed = ({ userInfo, archiveInfo, dataTypes }: Mapping): boolean =>
  isMapping(dataTypes) &&
  [userInfo, archiveInfo].every((part) => part === undefined || isMapping(part)) &&
  Object.values(dataTypes).every((type) => {
    const { files = [] } = mappingOf(type);
    return isMapping(type) && Array.isArray(files) && files.every(isMapping);
  });

/** Files of it that are read, if they are there. */
const filesOf = (types: Mapping): readonly Mapping[] =>
  Object.values(types)
    .flatMap((type) => listOf(mappingOf(type)['files']))
    .map(mappingOf)
    .filter(({ fileName: name }) => {
      const base = typeof name === 'string' ? fileName(name) : '';
      return Object.values(KINDS).some((kind) => kind.test(base));
    });

const countOf = ({ count }: Mapping): number | undefined => {
  const number = typeof count === 'number' ? count : Number(asText(count) ?? NaN);
  return Number.isSafeInteger(number) && number >= 0 ? number : undefined;
};

const absent = (name: string, count: number | undefined, isPartial: boolean): string => {
  const holds = count === 1 ? 'holds 1 record' : `holds ${count} records`;
  const says = `the archive says that it ${count === undefined ? 'should be here' : holds}`;
  const advice = isPartial ? ': this is one of several zips, so give all of them' : '';
  return `${name} is missing, and ${says}${advice}`;
};

/** What the manifest says; an archive without one is read as well. */
export const readManifest = async (
  files: ArchiveFiles,
  { base, by }: XFiles,
  { likes, elsewhere }: Pick<ArchiveOptions, 'likes' | 'elsewhere'>,
): Promise<Manifest> => {
  const [path] = by.manifest;
  if (path === undefined) return NONE;
  const read = await readAssignment(files, path);
  if ('problem' in read) return { ...NONE, problems: [read.problem] };
  const file = fileIn(files, path);
  const { userInfo, archiveInfo, dataTypes } = mappingOf(read.value);
  const { accountId, userName, displayName } = mappingOf(userInfo);
  const { generationDate, isPartialArchive } = mappingOf(archiveInfo);

  const isPartial = isPartialArchive === true;
  const counts = new Map<string, number>();
  const exportedMs = asInstant(generationDate);
  const problems: Problem[] = [
    ...(isWellFormed(mappingOf(read.value)) ? [] : [{ file, message: NO_MANIFEST }]),
    ...(generationDate !== undefined && exportedMs === undefined
      ? [{ file, message: NO_DATE }]
      : []),
  ];
  const present = new Set(files.paths);
  for (const told of filesOf(mappingOf(dataTypes))) {
    const name = fileName(String(told['fileName']));
    const count = countOf(told);
    if (count !== undefined) counts.set(name, count);
    const isWanted = likes || !KINDS.likes.test(name);
    const isHere = present.has(`${base}${name}`) || elsewhere?.has(name);
    if (!isWanted || isHere) continue;
    problems.push({ file: files.name, message: absent(`${base}${name}`, count, isPartial) });
  }
  const id = asText(accountId);
  const handle = asText(userName);
  const shown = asText(displayName);
  return {
    ...(id !== undefined && { accountId: id }),
    ...(handle !== undefined && { handle }),
    ...(shown !== undefined && { displayName: shown }),
    ...(exportedMs !== undefined && { exportedMs }),
    isPartial,
    counts,
    problems,
  };
};
