import { readFileSync } from 'node:fs';
import type { Loaded, Problem } from '../../core/problem.ts';
import type { KnownPeople } from '../../core/school.ts';
import { decode } from '../../input/decode.ts';
import { readRoster } from '../people.ts';
import type { TextRead } from '../read-text.ts';
import { whyUnopened } from '../read-text.ts';
import { MAGIC } from './magic.ts';
import type { KeyRead } from './key.ts';

type Listed = Loaded<Pick<KnownPeople, 'pupils' | 'roster'>>;

const NO_ROSTER =
  'this is neither a roster nor a list of names: make one with policy-lint roster build';

/** What is left of a roster that lost its first lines. */
const REMAINS = /^[A-Za-z\d+/]{60,}={0,2}\r?$/mu;

const isRosterFile = (text: string): boolean => text.startsWith(MAGIC);

/** Reads what `roster` of the configuration names; a built roster needs no decoding. */
export const readListText = (file: string, shown: string): TextRead => {
  try {
    const bytes = readFileSync(file);
    if (!isRosterFile(bytes.toString('latin1', 0, MAGIC.length))) {
      const read = decode(bytes, shown);
      const isGuess = 'problem' in read && /\.roster$/iu.test(file) && bytes.length > 0;
      return isGuess ? { problem: { file: shown, message: NO_ROSTER } } : read;
    }
    return { text: bytes.toString('latin1'), encoding: 'utf-8' };
  } catch (error) {
    return { problem: { file: shown, message: whyUnopened(error) } };
  }
};

const none = (problem: Problem): Listed => ({ value: { pupils: [] }, problems: [problem] });

const readBuilt = async (
  text: string,
  file: string,
  findKey: () => Promise<KeyRead>,
): Promise<Listed> => {
  const found = await findKey();
  if ('problem' in found) return none(found.problem);
  const { readRosterFile } = await import('./roster-file.ts');
  const read = readRosterFile(text, file, found.key);
  if ('problem' in read) return none(read.problem);
  return { value: { pupils: [], roster: read.list }, problems: [] };
};

const readExport = async (text: string, file: string): Promise<Listed> => {
  const { readPupils } = await import('./read-pupils.ts');
  const read = readPupils(text, file);
  if (!('problem' in read)) {
    const { listPupils } = await import('../../facts/people/roster.ts');
    return { value: { pupils: [], roster: listPupils(read.pupils) }, problems: [] };
  }
  const plain = readRoster(text, file);
  return plain.problems.length === 0
    ? { value: { pupils: plain.value }, problems: [] }
    : none(read.problem);
};

/** A list of pupils: a built roster, an export as CSV, or names, one a line. */
export const readPupilList = async (
  text: string,
  file: string,
  findKey: () => Promise<KeyRead>,
): Promise<Listed> => {
  if (isRosterFile(text)) return readBuilt(text, file, findKey);
  if (/\.(?:csv|tsv)$/iu.test(file)) return readExport(text, file);
  const { value, problems } = readRoster(text, file);
  if (REMAINS.test(text)) return none({ file, message: NO_ROSTER });
  return { value: { pupils: value }, problems };
};
