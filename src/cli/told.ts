import { dataLines } from '../core/data-lines.ts';
import type { HandleGroup, School } from '../core/school.ts';
import { HANDLE_GROUPS } from '../core/school.ts';
import { WEEKDAYS } from '../core/policy.ts';
import type { Path } from '../syntax/place.ts';
import type { ConfigFile } from './config-schema.ts';

/** The text of a file that the configuration names; undefined when it could not be read. */
type ReadNamed = (named: string, at: Path) => string | undefined;

const readHandles = ({ handles = {} }: ConfigFile, read: ReadNamed): School['handles'] =>
  Object.fromEntries(
    HANDLE_GROUPS.flatMap((group): readonly [HandleGroup, readonly string[]][] => {
      const told = handles[group];
      if (told === undefined) return [];
      if (typeof told !== 'string') return [[group, told]];
      const lines = dataLines(read(told, ['handles', group]) ?? '');
      return [[group, lines.map((line) => line.replace(/^@/u, ''))]];
    }),
  );

/** What the configuration tells of the school beside its people and accounts. */
export const readTold = (config: ConfigFile, read: ReadNamed): Partial<School> => {
  const { school, contacts = {}, links = {}, subjects = {}, lessons, devices, reviews } = config;
  return {
    names: school?.names ?? [],
    handles: readHandles(config, read),
    contacts: {
      phones: contacts.phones ?? [],
      emails: contacts.emails ?? [],
      addresses: contacts.addresses ?? [],
      postcodes: contacts.postcodes ?? [],
    },
    links: { allow: links.allow ?? [], block: links.block ?? [] },
    subjects: Object.entries(subjects).map(([name, words]) => ({ name, words })),
    ...(devices && { devices }),
    ...(reviews && { reviews }),
    ...(lessons && {
      lessons: lessons.map(({ days = WEEKDAYS.slice(0, 5), from, to }) => ({ days, from, to })),
    }),
  };
};
