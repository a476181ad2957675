import { bareHandle } from '../../core/handle.ts';
import type { Loaded } from '../../core/problem.ts';
import type { DirectoryEntry, HandleGroup } from '../../core/school.ts';
import { HANDLE_GROUPS } from '../../core/school.ts';
import { ownName, readRecords } from './records.ts';

const groupOf = (word: string | undefined): HandleGroup | undefined => {
  const name = word === undefined ? undefined : ownName('groups', word);
  return HANDLE_GROUPS.find((group) => group === name);
};

const toEntry = (values: Readonly<Record<string, string>>): DirectoryEntry => {
  const { id, handle, name, bio, website, kind, reason } = values;
  const group = groupOf(values['group']) ?? groupOf(kind);
  return {
    ...(id !== undefined && { id: id.replace(/^['’]/u, '') }),
    ...(handle !== undefined && { handle: bareHandle(handle) }),
    ...(name !== undefined && { name }),
    ...(bio !== undefined && { bio }),
    ...(website !== undefined && { website }),
    ...(kind !== undefined && { kind }),
    ...(group && { group }),
    ...(reason !== undefined && { reason }),
  };
};

/** Reads what a school has found out about those who follow its accounts and whom they follow. */
export const readDirectory = (text: string, file: string): Loaded<readonly DirectoryEntry[]> => {
  const { records, problems } = readRecords(text, file, 'directory');
  return { value: records.map(({ values }) => toEntry(values)), problems };
};
