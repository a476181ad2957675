import { randomBytes } from 'node:crypto';
import type { Problem } from '../../core/problem.ts';
import { remembered } from '../../core/remembered.ts';
import type { PupilList } from '../../core/school.ts';
import { readMark } from '../../facts/people/pupil-forms.ts';
import { MAGIC } from './magic.ts';
import type { Stretching } from './secret.ts';
import { fingerprintFor, isBounded, stretchingFor } from './secret.ts';

const VERSION = 1;
const NOTE =
  'Made from a list of pupils by “policy-lint roster build”. It holds no names, but what a key makes of them: keep the key apart.';

/**
 * Bytes of a fingerprint that are kept. 150,000 forms meet by chance one of 2^47 words looked up.
 * One more byte holds the mark, which its fingerprint hides.
 */
const ID_BYTES = 8;
const ENTRY_BYTES = ID_BYTES + 1;
const LINE_LETTERS = 120;
const CHECK_BYTES = 16;

interface Header {
  readonly stretching: Stretching;
  readonly forms: number;
  readonly keyCheck: string;
  readonly bodyCheck: string;
}

const check = (fingerprint: Buffer): string =>
  fingerprint.subarray(0, CHECK_BYTES).toString('base64');

const inLines = (text: string): string => {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += LINE_LETTERS)
    lines.push(text.slice(at, at + LINE_LETTERS));
  return lines.join('\n');
};

/** The text of a roster file. Forms come in the order of their fingerprints, which tells nothing. */
export const writeRoster = (marks: ReadonlyMap<string, number>, key: string): string => {
  const stretching = stretchingFor(key, randomBytes(16));
  const fingerprint = fingerprintFor(key, stretching);
  const toForm = fingerprint('form');
  const entries = [...marks].map(([form, mark]) => {
    const entry = toForm(form).subarray(0, ENTRY_BYTES);
    entry[ID_BYTES] = entry[ID_BYTES]! ^ mark;
    return entry;
  });
  const body = Buffer.concat(entries.sort(Buffer.compare));
  const { log2n, r, p, salt } = stretching;
  return `${[
    `${MAGIC} ${VERSION}`,
    NOTE,
    `scrypt ${log2n} ${r} ${p} ${Buffer.from(salt).toString('base64')}`,
    `forms ${marks.size}`,
    `key ${check(fingerprint('key')(''))}`,
    `body ${check(fingerprint('body')(body))}`,
    '',
    inLines(body.toString('base64')),
  ].join('\n')}\n`;
};

const BASE64 = '[A-Za-z\\d+/]{16,100}={0,2}';
const HEADER = new RegExp(
  `^scrypt (\\d{1,3}) (\\d{1,3}) (\\d{1,3}) (${BASE64})\\nforms (\\d{1,8})\\nkey (${BASE64})\\nbody (${BASE64})$`,
  'u',
);

const readHeader = (lines: string): Header | undefined => {
  const [, log2n, r, p, salt, forms, keyCheck, bodyCheck] = HEADER.exec(lines) ?? [];
  if (!salt || !keyCheck || !bodyCheck) return undefined;
  const bytes = Buffer.from(salt, 'base64');
  const stretching = { log2n: Number(log2n), r: Number(r), p: Number(p), salt: bytes };
  return isBounded(stretching)
    ? { stretching, forms: Number(forms), keyCheck, bodyCheck }
    : undefined;
};

const AGAIN = 'build it again with policy-lint roster build';

/** Where the fingerprint stands among the sorted entries; undefined where it does not. */
const findEntry = (body: Buffer, id: Buffer): number | undefined => {
  let low = 0;
  let high = body.length / ENTRY_BYTES;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = middle * ENTRY_BYTES;
    const order = id.compare(body, at, at + ID_BYTES, 0, ID_BYTES);
    if (order === 0) return at;
    if (order > 0) low = middle + 1;
    else high = middle;
  }
  return undefined;
};

/** The list that a roster file and its key are, or why they are none. */
export const readRosterFile = (
  text: string,
  file: string,
  key: string,
): { readonly list: PupilList } | { readonly problem: Problem } => {
  const refuse = (message: string) => ({ problem: { file, message } });
  const [first = '', , ...rest] = text.replace(/\r\n?/gu, '\n').split('\n', 7);
  const version = Number(first.slice(MAGIC.length));
  if (Number.isInteger(version) && version > VERSION)
    return refuse(
      'a newer policy-lint made this roster: update this one, or build the roster again',
    );
  const header = version === VERSION ? readHeader(rest.slice(0, 4).join('\n')) : undefined;
  const start = text.search(/\n\r?\n/u);
  if (!header || start < 0) return refuse(`this roster is damaged: ${AGAIN}`);
  const body = Buffer.from(text.slice(start), 'base64');
  if (body.length < header.forms * ENTRY_BYTES)
    return refuse(`this roster is cut short: copy it again, or ${AGAIN}`);
  const fingerprint = fingerprintFor(key, header.stretching);
  if (check(fingerprint('key')('')) !== header.keyCheck)
    return refuse(`this roster was made with another key: use that key, or ${AGAIN}`);
  const isWhole = body.length === header.forms * ENTRY_BYTES;
  if (!isWhole || check(fingerprint('body')(body)) !== header.bodyCheck)
    return refuse(`this roster was changed after it was made: ${AGAIN}`);
  const toForm = fingerprint('form');
  const find = remembered((form: string) => {
    const id = toForm(form);
    const at = findEntry(body, id);
    return at === undefined ? undefined : readMark(body[at + ID_BYTES]! ^ id[ID_BYTES]!);
  });
  return { list: { find } };
};
