import list from '../data/mailboxes.txt?raw';
import { readSections } from '../sections.ts';

type Section = 'role' | 'ending' | 'person' | 'talk' | 'no-name';

let sections: ReadonlyMap<string, ReadonlySet<string>> | undefined;

const wordsOf = (section: Section): ReadonlySet<string> => {
  sections ??= new Map(
    [...readSections(list)].map(([name, lines]) => [
      name,
      new Set(lines.flatMap((line) => line.split(' '))),
    ]),
  );
  return sections.get(section)!;
};

const isRole = (piece: string): boolean =>
  wordsOf('role').has(piece) || wordsOf('role').has(piece.replace(/\d+\p{L}?$/u, ''));

/** `schooloffice`, `oakfieldpta`: says so by itself, whatever stands before it. */
const endsAsRole = (piece: string): boolean =>
  ![...wordsOf('person')].some((name) => piece.endsWith(name)) &&
  [...wordsOf('ending')].some((word) => piece.endsWith(word));

const YEAR_GROUP = /^(?:y|yr|year|ks|class)\d{1,2}$/u;

/** Shorter names of organisations say too little to compare. */
const LEAST_LETTERS = 4;

/** Whether an address, in lower case, is that of an office, a role or a whole organisation. */
export const isRoleMailbox = (address: string): boolean => {
  const [local = '', domain = ''] = address.split('@', 2);
  const pieces = local.split(/[._+-]+/u).filter((piece) => piece !== '');
  const [first = ''] = pieces;
  if (isRole(first) || pieces.some((piece) => endsAsRole(piece) || YEAR_GROUP.test(piece)))
    return true;
  const [name = ''] = domain.split('.', 1);
  const joined = pieces.join('');
  return joined.length >= LEAST_LETTERS && name.replaceAll('-', '').includes(joined);
};

/** Whether a word speaks of mail. */
export const isMailTalk = (word: string): boolean => wordsOf('talk').has(word);

/** Whether a word before `at … dot …` is never a mailbox. */
export const isNoMailbox = (word: string): boolean => wordsOf('no-name').has(word);
