import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Document, YAMLSeq } from 'yaml';
import { isSeq, parseDocument } from 'yaml';
import type { Problem } from '../core/problem.ts';
import { entries } from '../facts/phrase-lines.ts';
import { toNameKey } from '../facts/people/lexicon.ts';
import { toPupilKey } from '../facts/people/pupil-forms.ts';
import { roster } from '../facts/people/roster.ts';
import { visible } from '../report/cells.ts';
import { didYouMean } from '../syntax/closest.ts';
import { validateYaml } from '../syntax/validate.ts';
import { configSchema } from './config-schema.ts';
import kinds from './data/people-kinds.txt?raw';
import { findConfig } from './find-config.ts';
import type { Io, Outcome } from './io.ts';
import type { LintOptions } from './options.ts';
import { readPeople } from './people.ts';
import { readText } from './read-text.ts';
import { refuse, say } from './say.ts';
import { writeReport } from './write-report.ts';

/** Lists of people.yaml by what a person may call what stands in them. */
const listsByWord = (): ReadonlyMap<string, string> =>
  new Map(
    entries(kinds).flatMap((line) => {
      const [list = '', words = ''] = line.split(': ');
      return words.split(', ').map((word) => [word, list] as const);
    }),
  );

const findList = (as: string | undefined): { list: string } | { problem: Problem } => {
  const lists = listsByWord();
  const refused = (message: string) => ({ problem: { file: '--as', message } });
  const all = [...new Set(lists.values())]
    .map((list) => [...lists].find(([, one]) => one === list)![0])
    .join(', ');
  if (as === undefined) return refused(`say what it is: ${all}`);
  const list = lists.get(as.trim().toLowerCase().replace(/-/gu, ' '));
  if (list !== undefined) return { list };
  return refused(`“${as}” is not known here${didYouMean(as, lists.keys()) || `: write ${all}`}`);
};

const LONGEST = 100;

const readName = (written: string): { name: string } | { problem: Problem } => {
  const name = written.trim().replace(/ +/gu, ' ');
  if (/\p{L}/u.test(name) && !/[\p{Cc}\p{Cf}]/u.test(name) && name.length <= LONGEST)
    return { name };
  return {
    problem: {
      file: 'allow',
      message: 'write the name as in policy-lint allow "Barnaby Bear" --as mascot',
    },
  };
};

/** As the file is written already: its lists indented or not, its brackets spaced or not. */
const writeYaml = (document: Document, before: string): string =>
  document.toString({
    lineWidth: 0,
    indentSeq: !/^- /mu.test(before),
    flowCollectionPadding: /\[ /u.test(before),
  });

interface Target {
  /** As a person standing in the working folder writes it. */
  readonly file: string;
  /** A change to the configuration that makes it look there. */
  readonly config?: { readonly file: string; readonly text: string };
}

const DEFAULT_FILE = 'people.yaml';

/** Where people stand, and what the configuration lacks to find them there. */
const findTarget = (
  { config }: LintOptions,
  { cwd }: Io,
): Target | { readonly problems: readonly Problem[] } => {
  const found = findConfig(config, cwd);
  if ('problem' in found) return { problems: [found.problem] };
  if (!('file' in found)) {
    const text = `people: ${DEFAULT_FILE}\n`;
    return { file: DEFAULT_FILE, config: { file: 'policy-lint.yaml', text } };
  }
  const shown = path.relative(cwd, found.file);
  const read = readText(found.file, shown);
  if ('problem' in read) return { problems: [read.problem] };
  const { value, problems } = validateYaml(configSchema, read.text, shown);
  if (problems.length > 0) return { problems };
  const file = path.relative(
    cwd,
    path.resolve(path.dirname(found.file), value?.people ?? DEFAULT_FILE),
  );
  if (value?.people !== undefined) return { file };
  const document = parseDocument(read.text);
  document.set('people', DEFAULT_FILE);
  return { file, config: { file: shown, text: writeYaml(document, read.text) } };
};

const HEADING = '# Names that posts may hold, by what they are; policy-lint allow adds to it.\n';

interface Added {
  readonly text: string;
  readonly isNew: boolean;
}

/** The file with the name in its list; as it was where it stands there already. */
const addTo = (
  text: string | undefined,
  file: string,
  list: string,
  name: string,
): Added | { readonly problems: readonly Problem[] } => {
  const document = parseDocument(text ?? HEADING);
  const problems = text === undefined ? [] : readPeople(text, file).problems;
  if (problems.length > 0) return { problems };
  const named = toNameKey(name);
  for (const [key, names] of Object.entries((document.toJS() ?? {}) as Record<string, string[]>)) {
    if (!names.some((one) => toNameKey(one.trim().replace(/ +/gu, ' ')) === named)) continue;
    if (key === list) return { text: text ?? '', isNew: false };
    const message = `this name stands under ${key} already: take it out there first`;
    return { problems: [{ file, message }] };
  }
  const seq: unknown = document.get(list);
  if (isSeq(seq)) (seq as YAMLSeq).add(document.createNode(name));
  else document.set(list, document.createNode([name]));
  return { text: writeYaml(document, text ?? ''), isNew: true };
};

const HARMLESS = ['adults', 'parents', 'visitors'];

/** A name that is taken off the list of pupils in all but name is worth a word. */
const pupilNote = async (
  name: string,
  list: string,
  { config, keyFile }: LintOptions,
  { cwd, env, nowMs }: Io,
): Promise<readonly string[]> => {
  const found = findConfig(config, cwd);
  if (HARMLESS.includes(list) || !('file' in found)) return [];
  const { readConfig } = await import('./config.ts');
  const { school } = await readConfig(found.file, nowMs, {
    cwd,
    env,
    ...(keyFile !== undefined && { keyFile }),
  });
  const { pupil } = roster(school.people).find(toPupilKey(toNameKey(name))) ?? {};
  const isPupils = pupil !== undefined && (pupil.isFull || pupil.isGiven);
  return isPupils
    ? ['a pupil has this name too: posts that hold it alone are no longer flagged']
    : [];
};

/** `policy-lint allow "Barnaby Bear" --as mascot`: adds a name to people.yaml, once. */
export const allowCommand = async (
  written: string,
  options: LintOptions & { readonly as?: string },
  io: Io,
): Promise<Outcome> => {
  const read = readName(written);
  const kind = findList(options.as);
  const asked = [read, kind].flatMap((one) => ('problem' in one ? [one.problem] : []));
  if ('problem' in read || 'problem' in kind) return refuse(asked, io);
  const target = findTarget(options, io);
  if ('problems' in target) return refuse(target.problems, io);

  const { file, config } = target;
  const isThere = existsSync(path.resolve(io.cwd, file));
  const now = isThere ? readText(path.resolve(io.cwd, file), file) : undefined;
  const isBlank = now && 'problem' in now && now.problem.message.startsWith('this file is empty');
  if (now && 'problem' in now && !isBlank) return refuse([now.problem], io);
  const before = now && 'text' in now ? now.text : undefined;
  const added = addTo(before, file, kind.list, read.name);
  if ('problems' in added) return refuse(added.problems, io);

  const writes = [
    ...(added.isNew ? [{ file, text: added.text, what: 'the list' }] : []),
    ...(config ? [{ ...config, what: 'the configuration' }] : []),
  ];
  for (const { file: named, text, what } of writes) {
    const unwritten = writeReport(named, text, io, { what });
    if (unwritten) return refuse([unwritten], io);
  }
  const notes = added.isNew ? await pupilNote(read.name, kind.list, options, io) : [];
  const told = [
    ...(isThere ? [] : [`${file} is new`]),
    added.isNew ? `${file}: added to ${kind.list}` : `${file}: stands under ${kind.list} already`,
    ...(config ? [`${config.file}: now names ${file}`] : []),
  ];
  return {
    exitCode: 0,
    stdout: told.map((line) => `${visible(line)}\n`).join(''),
    stderr: say([], io, notes),
  };
};
