import path from 'node:path';
import process from 'node:process';
import type { Notice, Problem } from '../core/problem.ts';
import type { Account, School } from '../core/school.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { readSources } from './policy-sources.ts';
import type { PolicyChanges } from './apply-changes.ts';
import { readTold } from './told.ts';
import type { QueueOptions } from '../input/reading.ts';
import type { Roles } from '../policy/waiver-people.ts';
import { zoneMistake } from '../policy/zone.ts';
import type { Mistake, Path } from '../syntax/place.ts';
import { inFileOrder, problemOf, validateYaml } from '../syntax/validate.ts';
import type { ConfigFile } from './config-schema.ts';
import { configSchema } from './config-schema.ts';
import type { Io } from './io.ts';
import { isPath } from './shipped.ts';
import { readPeople } from './people.ts';
import { readIcs } from './read-ics.ts';
import type { TextRead } from './read-text.ts';
import { readText } from './read-text.ts';
import type { KeyRead } from './roster/key.ts';
import { readListText, readPupilList } from './roster/read-list.ts';
import type { NamedCalendar } from './terms.ts';

/** What `queue` says: how the files of a school’s scheduler are read. */
export interface ConfiguredQueue extends QueueOptions {
  readonly format?: string;
  /** IANA zone of the scheduler’s account, where it is another than the school’s. */
  readonly timezone?: string;
}

/** What a school's `policy-lint.yaml` says, with the files that it names. */
export interface Configuration {
  readonly school: School;
  readonly queue?: ConfiguredQueue;
  /** Ids of shipped policies and absolute paths of others. */
  readonly policies: readonly string[];
  readonly changes: PolicyChanges;
  /** The file of sign-offs that the configuration names, an absolute path. */
  readonly signOffs?: string;
  /** Who holds an office. */
  readonly roles?: Roles;
  /** The file of waivers that the configuration names, an absolute path. */
  readonly waivers?: string;
  /** The baseline that the configuration names, an absolute path. */
  readonly baseline?: string;
  readonly timezone?: string;
  /** In the configuration and in the files that it names. */
  readonly problems: readonly Problem[];
  /** What calendars say of the school year and could not be understood: for audits. */
  readonly notices: readonly Notice[];
  /** Events of calendars that could not be read: for audits, which go on without them. */
  readonly gaps: readonly Problem[];
  /** Gives mistakes that show only later their places in the file. */
  readonly place: (mistake: Mistake) => readonly Problem[];
}

export interface ConfigOptions {
  /** Folder from which problems name files. */
  readonly cwd?: string;
  /** IANA zone of all-day events and of times without one, where the configuration names none. */
  readonly timezone?: string;
  /** What `--key-file` and the environment say of the roster's key. */
  readonly keyFile?: string;
  readonly env?: Io['env'];
  /** What is judged lies years back, and nobody declared events when it went out. */
  readonly isAudit?: boolean;
}

const DEFAULT_ZONE = 'Europe/London';

/** Milliseconds since 1970 UTC: no archive reaches further back than the networks. */
const FIRST_POSTS = Date.UTC(2006, 0, 1);
const A_YEAR = 366 * 86_400_000;
/** Minutes: the score goes out when the coach is back. */
const AUDIT_MARGIN = 60;

/** A later account with the name or handle of another: nobody could say which one a post means. */
const accountMistakes = (accounts: readonly Account[]): readonly Mistake[] =>
  (['name', 'handle'] as const).flatMap((key) => {
    const words = accounts.map((account) => account[key]?.toLowerCase());
    return words.flatMap((word, index): Mistake[] => {
      if (word === undefined || words.indexOf(word) === index) return [];
      const message = `another account has this ${key}: give each its own`;
      return [{ kind: 'wrong', path: ['accounts', index, key], message }];
    });
  });

/** Reads what a configuration names, and collects what is wrong with it. */
const createFiles = (
  folder: string,
  cwd: string,
  complain: (path: Path, message: string) => void,
  problems: Problem[],
) => ({
  /** The text of a file; what keeps it from being read at all is told at the line that names it. */
  read(named: string, at: Path, readFile: (file: string, shown: string) => TextRead) {
    const file = path.resolve(folder, named);
    const shown = path.relative(cwd, file);
    const read = readFile(file, shown);
    if ('text' in read) return { text: read.text, shown };
    const { problem } = read;
    if (problem.line === undefined) complain(at, `“${named}”: ${problem.message}`);
    else problems.push(problem);
    return undefined;
  },
});

interface CalendarSettings {
  readonly nowMs: number;
  readonly timezone: string;
  readonly isAudit: boolean;
  readonly terms: NonNullable<ConfigFile['terms']>;
}

/** What the school knows of other accounts, which a single post is never judged by. */
const readOthers = async (
  { directory, mentions }: ConfigFile,
  files: ReturnType<typeof createFiles>,
  problems: Problem[],
  timezone: string,
): Promise<Pick<School, 'directory' | 'comments'>> => {
  const known =
    directory === undefined ? undefined : files.read(directory, ['directory'], readText);
  const wrote = mentions === undefined ? undefined : files.read(mentions, ['mentions'], readText);
  if (!known && !wrote) return {};
  const { readDirectory } = await import('./others/directory.ts');
  const { readComments } = await import('./others/comments.ts');
  const others = known && readDirectory(known.text, known.shown);
  const comments = wrote && readComments(wrote.text, wrote.shown, timezone);
  problems.push(...(others?.problems ?? []), ...(comments?.problems ?? []));
  return {
    ...(others && { directory: others.value }),
    ...(comments && { comments: comments.value }),
  };
};

const readSchool = async (
  config: ConfigFile,
  files: ReturnType<typeof createFiles>,
  problems: Problem[],
  { nowMs, timezone, isAudit, terms }: CalendarSettings,
  findKey: (forFile: string) => Promise<KeyRead>,
): Promise<{ readonly school: School } & Pick<Configuration, 'notices' | 'gaps'>> => {
  const { accounts = [], handles, people, roster, calendar = [], holidays } = config;
  const known = people === undefined ? undefined : files.read(people, ['people'], readText);
  const pupils = roster === undefined ? undefined : files.read(roster, ['roster'], readListText);
  const named = known && readPeople(known.text, known.shown);
  const { text: list = '', shown: listFile = '' } = pupils ?? {};
  const listed = pupils && (await readPupilList(list, listFile, () => findKey(listFile)));
  problems.push(...(named?.problems ?? []), ...(listed?.problems ?? []));
  const events: NamedCalendar[] = [];
  const notices: Notice[] = [];
  const gaps: Problem[] = [];
  for (const [index, one] of calendar.entries()) {
    const ics = files.read(one, ['calendar', index], readIcs);
    if (!ics) continue;
    const { readCalendar } = await import('./calendar.ts');
    const window = isAudit ? { window: { fromMs: FIRST_POSTS, toMs: nowMs + A_YEAR } } : {};
    const read = await readCalendar(ics.text, { file: ics.shown, timezone, nowMs, ...window });
    (isAudit && read.value.length > 0 ? gaps : problems).push(...read.problems);
    notices.push(...read.notices);
    events.push({ file: ics.shown, events: read.value });
  }
  const isYearTold = terms.length > 0 || events.length > 0;
  const year = isYearTold && (await import('./terms.ts')).gatherTerms(terms, events, timezone);
  notices.push(...(year ? year.notices : []));
  const margin = config.calendarMargin ?? (isAudit ? AUDIT_MARGIN : undefined);
  const school: School = {
    ...UNKNOWN_SCHOOL,
    ...readTold(config, (named, at) => files.read(named, at, readText)?.text),
    accounts,
    allowedHandles: handles?.allow ?? [],
    people: {
      ...UNKNOWN_SCHOOL.people,
      ...named?.value,
      ...listed?.value,
    },
    ...(holidays && { holidays }),
    ...(margin !== undefined && { calendarMargin: margin }),
    ...(year && { calendar: year.calendar, terms: year.terms, daysOff: year.daysOff }),
  };
  return {
    school: isAudit
      ? { ...school, ...(await readOthers(config, files, problems, timezone)) }
      : school,
    notices,
    gaps,
  };
};

/** Reads the configuration in `file`, an absolute path, and every file that it names. */
export const readConfig = async (
  file: string,
  nowMs: number,
  options: ConfigOptions = {},
): Promise<Configuration> => {
  const { cwd = process.cwd(), timezone: fallback = DEFAULT_ZONE, keyFile, env = {} } = options;
  const shown = path.relative(cwd, file);
  const sources = readSources(path.dirname(file));
  const nothing = {
    school: UNKNOWN_SCHOOL,
    policies: [],
    changes: { sources },
    notices: [],
    gaps: [],
  };
  const read = readText(file, shown);
  if ('problem' in read) {
    return { ...nothing, problems: [read.problem], place: () => [] };
  }
  const {
    value: config,
    problems: mistakes,
    source,
  } = validateYaml(configSchema, read.text, shown);
  const place = (mistake: Mistake): readonly Problem[] => problemOf(source, mistake);
  if (!config) return { ...nothing, problems: mistakes, place };

  const { policies = [], rules, answers, settle, signOffs, timezone, queue } = config;
  const { roles, waivers, baseline } = config;
  const { terms = [] } = config;
  const wrongTerms = terms.length > 0 ? (await import('./terms.ts')).termMistakes(terms) : [];
  const own = [
    ...accountMistakes(config.accounts ?? []),
    ...wrongTerms,
    ...(timezone === undefined ? [] : zoneMistake(timezone, ['timezone'])),
    ...(queue?.timezone === undefined ? [] : zoneMistake(queue.timezone, ['queue', 'timezone'])),
  ].flatMap(place);
  const elsewhere: Problem[] = [];
  const complain = (at: Path, message: string): void => {
    own.push(...place({ kind: 'wrong', path: at, message }));
  };
  const folder = path.dirname(file);
  const files = createFiles(folder, cwd, complain, elsewhere);
  const zone = own.length > 0 ? fallback : (timezone ?? fallback);
  const findKey = async (forFile: string): Promise<KeyRead> => {
    const { findKey: find } = await import('./roster/key.ts');
    const { rosterKey } = config;
    const places = {
      ...(keyFile !== undefined && { keyFile }),
      ...(rosterKey !== undefined && { configured: path.resolve(folder, rosterKey) }),
    };
    return find(places, { cwd, env }, forFile);
  };
  const settings = {
    nowMs,
    timezone: zone,
    isAudit: options.isAudit ?? false,
    terms: wrongTerms.length > 0 ? [] : terms,
  };
  const { school, notices, gaps } = await readSchool(config, files, elsewhere, settings, findKey);
  return {
    school,
    notices,
    gaps,
    ...(queue && { queue }),
    policies: policies.map((named) => (isPath(named) ? path.resolve(folder, named) : named)),
    changes: {
      sources,
      ...(rules && { overrides: rules }),
      ...(answers && { answers }),
      ...(settle && { settled: settle }),
    },
    ...(signOffs !== undefined && { signOffs: path.resolve(folder, signOffs) }),
    ...(roles && { roles }),
    ...(waivers !== undefined && { waivers: path.resolve(folder, waivers) }),
    ...(baseline !== undefined && { baseline: path.resolve(folder, baseline) }),
    ...(timezone !== undefined && { timezone }),
    problems: [...inFileOrder(own), ...elsewhere],
    place,
  };
};
